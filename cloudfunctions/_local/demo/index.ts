/** Demo mode: which data folders are demonstrations, who there is to try the app as, and a clock that can be moved. */
import { rmSync } from 'node:fs'
import type { OutputOf } from '@domain'
import type { FastifyInstance } from 'fastify'
import type { Log } from '../../_kit/react'
import type { House } from '../../_kit/serve'
import { type Doc, type Store, Unusable } from '../../_kit/store/port'
import { momentOf } from '../../_kit/time'
import { anchorsFile } from '../folder'
import { type Opened, openHouse } from '../house'
import type { Time } from '../now'
import { load } from './load'

interface Wanted {
  data: string
  store: { file: string }
  demo?: boolean
  now?: string
}
/** Set when the loading of the demo community begins (done 0) and ends (done 1). */
type Mark = Doc & { at: number; done: number }
const MARK = 'demo_community'

type State = 'empty' | 'begun' | 'demo' | 'real'
async function stateOf(store: Store): Promise<State> {
  const mark = await store.get<Mark>('jobs', MARK)
  if (mark) return mark.done === 1 ? 'demo' : 'begun'
  const any = await Promise.all(['accounts', 'divisions'].map(name => store.find(name, { where: {}, limit: 1 })))
  return any.some(page => page.items.length > 0) ? 'real' : 'empty'
}

/**
 * Opens the data folder in the mode it was begun in. A fresh one gets the demo community unless demo mode is off; real data and demo data
 * never meet in one folder: asking for the other mode is refused with a sentence (Unusable).
 */
export async function settleDemo({ data, store: { file }, demo, now: start }: Wanted, log: Log): Promise<Opened> {
  const open = (mode: boolean) => openHouse({ data, store: file, demo: mode, start: mode ? start : undefined, log })
  let opened = await open(demo !== false)
  let state = await stateOf(opened.house.store)
  if (state === 'begun') {
    // killed while the demo community moved in: nothing but fictional people is in there
    await opened.close()
    for (const part of [file, `${file}-wal`, `${file}-shm`, anchorsFile(data)]) rmSync(part, { force: true })
    opened = await open(demo !== false)
    state = 'empty'
  }
  const mode = state === 'empty' ? demo !== false : state === 'demo'
  if (state !== 'empty' && demo !== undefined && demo !== mode) return refuseMode(opened, mode, data)
  if (opened.house.demo !== mode || (!mode && start)) {
    await opened.close()
    opened = await openHouse({ data, store: file, demo: mode, start, log })
  }
  if (state === 'empty' && mode) await moveIn(opened, log)
  return opened
}

async function refuseMode(opened: Opened, isDemo: boolean, data: string): Promise<never> {
  await opened.close()
  if (isDemo)
    throw new Unusable(`${data} 里是演示用的虚构数据，正式使用请换一个空文件夹，例如 npm start -- --demo=off --data ./data-real。`)
  throw new Unusable(`${data} 里是正式使用的数据，不能当演示打开。要看演示请换一个空文件夹，例如 npm start -- --data ./data-demo。`)
}

async function moveIn({ house, tick }: Opened, log: Log) {
  const began = performance.now()
  console.error('第一次打开，正在放进演示社区……')
  await house.store.transaction(tx => tx.put<Mark>('jobs', { _id: MARK, at: house.now(), done: 0 }))
  await load(house, tick)
  await house.store.transaction(tx => tx.put<Mark>('jobs', { _id: MARK, at: house.now(), done: 1 }))
  log.info({ ms: Math.round(performance.now() - began) }, 'the demo community moved in')
}

/** Who can be tried with one tap. */
export async function demoPeople({ door }: Opened): Promise<OutputOf<'account.demo_people'>> {
  const { body } = await door.answer({ name: 'account.demo_people', input: {} })
  return 'ok' in body ? (body.ok as OutputOf<'account.demo_people'>) : []
}

/** `POST /demo/clock { now? }`: moves the time of a demonstration, or only lets the clock tick. Not there outside demo mode, nor from another machine. */
export function demoClock(house: House, time: Time, tick: Opened['tick']) {
  return async (app: FastifyInstance) => {
    if (!house.demo) return
    app.post<{ Body: { now?: string } }>('/demo/clock', async (request, reply) => {
      if (!/^(127\.|::1$|::ffff:127\.)/.test(request.ip)) return reply.callNotFound()
      const { now } = request.body ?? {}
      if (typeof now === 'string') time.move(momentOf(now))
      return { ok: { done: await tick(), now: new Date(time.now()).toISOString() } }
    })
  }
}
