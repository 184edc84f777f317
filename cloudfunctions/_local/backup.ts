/**
 * Copies of a data folder: a backup is a folder with the store, the files and the audit heads, taken while the server runs. The keys are not
 * in it unless asked for: a copy that carries its own keys protects nobody, and one without keys cannot be read again; keep them apart.
 */
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { keysFileOf } from '../_kit/keys'
import { connect, type Database, isFatal } from '../_kit/store/driver'
import { SHAPE, shapeOf } from '../_kit/store/layout'
import { takeLock } from '../_kit/store/lock'
import { Unusable } from '../_kit/store/port'
import { flush, flushFolder } from './flush'

/** What a backup says about itself, in `backup.json`. Its presence means the backup is whole: it is written last. */
export interface Backup {
  /** ISO time it was begun. */
  at: string
  shape: number
  documents: number
  withKeys: boolean
}

export interface Place {
  data: string
  store: string
  blobs: string
  anchors: string
}

/** Copies the folder at `from` into the new folder `to`. `now` is ms. */
export async function backup(from: Place, to: string, options: { withKeys: boolean; now: number }): Promise<Backup> {
  if (!existsSync(from.store)) throw new Unusable(`这里没有数据可以备份（${from.store}）`)
  if (existsSync(to)) throw new Unusable(`${to} 已经有了，请换一个地方放备份`)
  mkdirSync(to, { recursive: true, mode: 0o700 })
  try {
    return await copied(from, to, options)
  } catch (error) {
    // half a backup must not lie there looking like one
    rmSync(to, { recursive: true, force: true })
    throw error
  }
}

async function copied(from: Place, to: string, options: { withKeys: boolean; now: number }): Promise<Backup> {
  const part = join(to, 'store.db.part')
  const made = await snapshot(from.store, part)
  renameSync(part, join(to, 'store.db'))
  // After the store: a file that the copied store names was there before.
  if (existsSync(from.blobs)) cpSync(from.blobs, join(to, 'blobs'), { recursive: true })
  if (existsSync(from.anchors)) cpSync(from.anchors, join(to, 'anchors.jsonl'))
  const withKeys = options.withKeys && existsSync(keysFileOf(from.data))
  if (withKeys) writeFileSync(join(to, 'keys'), readFileSync(keysFileOf(from.data)), { mode: 0o600 })
  const about: Backup = { at: new Date(options.now).toISOString(), ...made, withKeys }
  flushFolder(to)
  writeFileSync(join(to, 'backup.json'), `${JSON.stringify(about)}\n`)
  flush(join(to, 'backup.json'))
  flush(to)
  return about
}

/** One consistent state of a store that may be in use, as a file of its own; checked. */
async function snapshot(store: string, to: string): Promise<{ shape: number; documents: number }> {
  const db = await connect(store)
  try {
    const shape = readable(db, store)
    db.sql('VACUUM INTO ?').run(to)
    chmodSync(to, 0o600)
    flush(to)
    return { shape, documents: await inspected(to) }
  } catch (error) {
    throw isFatal(error) ? new Unusable(`备份没有做成，数据文件或磁盘有问题（${store}）`, { cause: error }) : error
  } finally {
    db.close()
  }
}

/** The shape of a store this program can read. */
function readable(db: Database, file: string): number {
  const shape = shapeOf(db)
  if (shape === 0) throw new Unusable(`${file} 不是这个系统的数据`)
  if (shape > SHAPE) throw new Unusable(`${file} 是更新版本的程序写的（数据版本 ${shape}，这里只认到 ${SHAPE}），请先升级程序`)
  return shape
}

/** Reads a whole store file; how many documents it has. Throws when it is not sound. */
async function inspected(file: string): Promise<number> {
  const db = await connect(file)
  try {
    readable(db, file)
    const found = db.sql('PRAGMA integrity_check(1)').get()?.integrity_check
    if (found !== 'ok') throw new Unusable(`${file} 是坏的（${found}）`)
    const tables = db
      .sql("SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) i ON i.name = 'doc' WHERE m.type = 'table'")
      .all()
    return tables.reduce((sum, { name }) => sum + Number(db.sql(`SELECT COUNT(*) AS it FROM "${name}"`).get()?.it), 0)
  } catch (error) {
    throw isFatal(error) ? new Unusable(`${file} 是坏的`, { cause: error }) : error
  } finally {
    db.close()
  }
}

/**
 * Puts a backup in the place of a data folder. Refuses while a program has the store open, and over existing data without `force`; then what
 * was there is kept beside it under another name. Answers what was put back and the name of what was kept.
 */
export async function restore(
  from: string,
  to: Place,
  options: { force: boolean; now: number },
): Promise<{ about: Backup; kept: string | null }> {
  const about = await checked(from)
  const there = existsSync(to.store)
  if (there && !options.force) throw new Unusable(`${to.data} 里已经有数据了。要换成备份，请加上 --force，现在的数据会改个名字留着`)
  mkdirSync(resolve(to.store, '..'), { recursive: true, mode: 0o700 })
  mkdirSync(to.data, { recursive: true, mode: 0o700 })
  const unlock = await lockOf(to.store)
  try {
    const fresh = `${to.store}.restoring`
    rmSync(fresh, { force: true })
    cpSync(join(from, 'store.db'), fresh)
    chmodSync(fresh, 0o600)
    if ((await inspected(fresh)) !== about.documents) throw new Unusable('备份没有完整地复制过来，请再试一次')
    flush(fresh)
    const kept = `.replaced-${stampOf(options.now)}`
    for (const file of [to.store, `${to.store}-wal`, `${to.store}-shm`])
      if (existsSync(file)) renameSync(file, file.replace(to.store, to.store + kept))
    if (existsSync(to.anchors)) renameSync(to.anchors, to.anchors + kept)
    renameSync(fresh, to.store)
    if (existsSync(join(from, 'anchors.jsonl'))) cpSync(join(from, 'anchors.jsonl'), to.anchors)
    // Files are named by what is in them: those that are there already are the same.
    if (existsSync(join(from, 'blobs'))) cpSync(join(from, 'blobs'), to.blobs, { recursive: true })
    flush(resolve(to.store, '..'))
    return { about, kept: there ? to.store + kept : null }
  } finally {
    unlock()
  }
}

const lockOf = (file: string) =>
  takeLock(file).catch(error => {
    throw error instanceof Unusable ? error : new Unusable(`${file} 写不进去`, { cause: error })
  })

/** A backup that is whole, sound and readable here. */
async function checked(from: string): Promise<Backup> {
  const note = join(from, 'backup.json')
  if (!existsSync(note)) throw new Unusable(`${from} 不是一份做完的备份（里面没有 backup.json）`)
  const about = JSON.parse(readFileSync(note, 'utf8')) as Backup
  if ((await inspected(join(from, 'store.db'))) !== about.documents) throw new Unusable(`${from} 里的数据和备份时数的不一样，不能用`)
  return about
}

/** A time as part of a file's name, in Shanghai: 20261121-110509. */
export const stampOf = (now: number) => new Date(now + 8 * 3600_000).toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')
