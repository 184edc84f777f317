/** The baseline of the API bench: node:http and the driver, nothing between. It runs the statements of a call and answers the bytes of its answer. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Database } from '../cloudfunctions/_kit/store/driver'
import { openConnection } from '../cloudfunctions/_kit/store/sqlite'
import type { Step } from './tape'

/** What one call does: its statements, whether it writes, and what it answers. */
export interface Script {
  name: string
  steps: Step[]
  writes: boolean
  answer: string
}

/** Serves the scripts over a store's file; prints its port. Writes that arrive together share a commit, as they do in the real server. */
export async function serveBare(file: string, scripts: Script[]): Promise<void> {
  const db = await openConnection(file, true)
  const play = new Map(scripts.map(script => [`/api/${script.name}`, player(db, script)]))
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', piece => pieces.push(piece))
    request.on('end', () => {
      JSON.parse(Buffer.concat(pieces).toString('utf8'))
      play.get(request.url ?? '')?.(response)
    })
  })
  server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
}

function player(db: Database, { steps, writes, answer }: Script): (response: ServerResponse) => void {
  const send = (response: ServerResponse) => {
    response.setHeader('content-type', 'application/json; charset=utf-8')
    response.end(answer)
  }
  if (!writes) {
    return response => {
      for (const { sql, how, cells } of steps) db.sql(sql)[how](...cells)
      send(response)
    }
  }
  const write = writer(db, steps)
  let waiting: ServerResponse[] = []
  const commit = () => {
    const together = waiting
    waiting = []
    db.exec('BEGIN IMMEDIATE')
    for (const _ of together) write()
    db.exec('COMMIT')
    together.forEach(send)
  }
  return response => {
    if (waiting.push(response) === 1) setImmediate(commit)
  }
}

/** Runs the statements of a write; new rows get a new id each time. */
function writer(db: Database, steps: Step[]): () => void {
  let round = 0
  return () => {
    round++
    for (const { sql, how, cells } of steps) {
      const fresh = sql.startsWith('INSERT') ? cells.map((cell, at) => (at === 0 ? `${cell}-${round}` : cell)) : cells
      db.sql(sql)[how](...fresh)
    }
  }
}
