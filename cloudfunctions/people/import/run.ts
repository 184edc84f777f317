/**
 * The import's clock: takes the jobs that wait, runs each to its end, and takes over those whose process died. Everything it does again finds
 * done what was done: the plan is made from the store as it is, and each household's part was written whole or not at all.
 */

import type { Mapping } from '@domain/people/importing'
import { mappingOf } from '@domain/people/roster/head'
import { type Judged, judging } from '@domain/people/roster/judge'
import type { Job, Ticking } from '../../_kit/clock'
import { Refusal, refuse } from '../../_kit/refuse'
import type { Doc, Json } from '../../_kit/store/port'
import { loadDivisions } from '../divisions'
import type { GridDoc } from '../docs'
import { counted, write } from './apply'
import { divisionRows, within } from './divisions'
import type { JobDoc, UndoDoc } from './docs'
import { type Plan, planOf, type Settling } from './plan'
import { readWorkbook, type Workbook } from './read'
import { breathe, type Registry, registryOf } from './registry'
import { Steps, Stopped, take } from './steps'
import { takeBack } from './undo'
import { decisionsWorkbook, fileReport } from './workbook'

/** Households a transaction: about 20 ms, in which nobody else is served. */
const CHUNK = 50
/** How often an import is planned anew because somebody changed the registry under it. */
const ROUNDS = 3
const DAY = 86_400_000

export const jobs: Job[] = [
  { name: 'imports', every: 0, run: runAll },
  { name: 'imports_swept', every: 60 * 60_000, run: sweep },
]

async function runAll(kit: Ticking): Promise<number> {
  let ran = 0
  for (const state of ['undoing', 'running', 'waiting'])
    for (const { _id } of (await kit.store.find<JobDoc>('import_jobs', { where: { state }, order: ['at'], limit: 20 })).items) {
      const job = await take(kit, _id)
      if (job) ran++
      if (job) await runOne(kit, job)
    }
  return ran
}

/** What a finished import kept in case it were cancelled, where its process died before throwing it away. */
async function sweep({ store, now }: Ticking): Promise<number> {
  const old = await store.find<UndoDoc>('import_undo', { where: { at: { lt: now - DAY } }, limit: 100 })
  let swept = 0
  for (const { _id, job } of old.items)
    await store.transaction(async tx => {
      const doc = await tx.get<JobDoc>('import_jobs', job)
      if (doc && ['running', 'undoing'].includes(doc.state)) return
      if (await tx.remove('import_undo', _id)) swept++
    })
  return swept
}

async function runOne(kit: Ticking, job: JobDoc): Promise<void> {
  try {
    if (job.state === 'undoing') return await undo(kit, job)
    await (job.kind === 'divisions' ? divisions : roster)(new Steps(kit, job, 'running'), job)
  } catch (error) {
    if (error instanceof Stopped) return stopped(kit, job._id)
    await failed(kit, job, error)
  }
}

/** Somebody cancelled: if something was being written, it is taken back at once. */
async function stopped(kit: Ticking, id: string) {
  const now = await kit.store.get<JobDoc>('import_jobs', id)
  if (now?.state === 'undoing') await undo(kit, now)
}

async function failed(kit: Ticking, job: JobDoc, error: unknown) {
  const why = error instanceof Refusal ? error.message : '系统出了点问题，可以再试一次，已经写进去的不会重复'
  if (!(error instanceof Refusal))
    kit.log.error({ import: job._id, stack: error instanceof Error ? error.stack : String(error) }, 'an import failed')
  await kit.store.transaction(tx => tx.update('import_jobs', job._id, { set: { state: 'failed', why } }))
}

async function undo(kit: Ticking, job: JobDoc): Promise<void> {
  const steps = new Steps(kit, job, 'undoing')
  for (;;) {
    const { items } = await kit.store.find<UndoDoc>('import_undo', { where: { job: job._id }, order: ['at'], limit: 50 })
    if (items.length === 0) break
    for (const { _id } of items) {
      await steps.step(job.done, tx => takeBack(tx, _id))
      await breathe()
    }
  }
  await steps.step(job.done, async tx => {
    for (const id of job.grids) await unmakeGrid(tx, id)
  })
  await kit.store.transaction(tx =>
    tx.update('import_jobs', job._id, { set: { state: 'cancelled', lease: 0 }, unset: ['report', 'workbook'] }),
  )
}

async function unmakeGrid(tx: Parameters<Parameters<Steps['step']>[1]>[0], id: string) {
  const grid = await tx.get<GridDoc>('grids', id)
  if (grid && grid.households === 0 && grid.residents === 0) await tx.remove('grids', id)
}

const bytesOf = async (kit: Ticking, job: JobDoc) => {
  const bytes = await kit.blobs.get(job.file)
  if (!bytes) throw refuse('files.not_there', '文件找不到了，请重新上传')
  return bytes
}

async function divisions(steps: Steps, job: JobDoc): Promise<void> {
  const rows = within(job.reach, divisionRows(await readWorkbook(await bytesOf(steps.kit, job))))
  await steps.reach(20)
  const report = await loadDivisions(steps.kit.store, rows, job.mode === 'dry')
  await steps.step(100, async () => undefined, { state: 'done', divisions: report as unknown as Json })
}

/** What a roster says, read and judged; the first sixty percent of a dry run, the first thirty of an import. */
interface Read {
  workbook: Workbook
  mapping: Mapping
  judged: Judged
  registry: Registry
}

async function roster(steps: Steps, job: JobDoc): Promise<void> {
  const dry = job.mode === 'dry'
  const read = await readRoster(steps, job, dry ? 90 : 35)
  const plan = await planned(steps, read)
  const workbook = await reported(steps, read, plan)
  const first = job.report ?? plan.report
  const found = { report: first as unknown as Json, ...(workbook ? { workbook } : {}) }
  if (dry) return steps.step(100, async () => undefined, { ...found, state: 'done' })
  await steps.step(40, tx => makeGrids(tx, plan, read.registry.community), {
    ...found,
    grids: [...job.grids, ...plan.grids.map(grid => grid._id)],
  })
  await apply(steps, plan.settlings, read)
  await steps.step(100, async () => undefined, { state: 'done' })
  await forget(steps)
}

async function readRoster(steps: Steps, job: JobDoc, until: number): Promise<Read> {
  const workbook = await readWorkbook(await bytesOf(steps.kit, job))
  await steps.reach(until / 6)
  const registry = await registryOf(steps.kit.store, job.division)
  await steps.reach(until / 3)
  const tags = registry.kinds.map(kind => kind.name)
  const mapping = job.mapping ?? mappingOf(workbook.sheets, tags)
  const sheet = mapping && workbook.sheets[mapping.sheet]
  if (!mapping || !sheet) throw refuse('people.no_columns', '没有找到“姓名”和住址这几列，请看看是不是选错了文件')
  const about = { tags, here: registry.here, lossy: workbook.lossy }
  const slice = Math.max(10, Math.ceil(sheet.rows.length / 40))
  const rows = judging(sheet, mapping, about, slice)
  for (;;) {
    const next = rows.next()
    if (next.done) return { workbook, mapping, judged: next.value, registry }
    await steps.reach(until / 3 + (next.value * until * 2) / 3)
    await breathe()
  }
}

const planned = ({ kit, job }: Steps, { judged, registry }: Read): Promise<Plan> =>
  planOf({ judged, registry, secrets: kit.secrets, today: kit.today, roles: job.roles })

/** The rows that need a decision, as a workbook filed under the community. A taken-over job keeps the one it has. */
async function reported(steps: Steps, read: Read, plan: Plan): Promise<string | undefined> {
  const { job, kit } = steps
  if (job.workbook || plan.report.decisions.length === 0) return job.workbook
  const bytes = await decisionsWorkbook(read.workbook.sheets[read.mapping.sheet], read.mapping, read.judged, plan.report.decisions)
  const name = `${job.name.replace(/\.\w+$/, '')}-待确认.xlsx`
  return fileReport(kit, job, { bytes, name })
}

async function makeGrids(tx: Parameters<Parameters<Steps['step']>[1]>[0], plan: Plan, community: string) {
  for (const { _id, name } of plan.grids)
    if (!(await tx.get('grids', _id))) await tx.insert<GridDoc>('grids', { _id, community, name, kind: 'old', households: 0, residents: 0 })
}

/** Chunk by chunk; households that somebody changed meanwhile are planned anew from the registry as it is then. */
async function apply(steps: Steps, settlings: Settling[], read: Read): Promise<void> {
  let left = settlings.filter(one => one.fresh || one.reopen || one.people.length > 0)
  for (let round = 0; left.length > 0; round++) {
    if (round === ROUNDS) throw refuse('people.import_busy', '导入的时候这些住户一直有人在改，请过一会儿再导入一次，已经写进去的不会重复')
    const stale = new Set(await applyOnce(steps, left))
    if (stale.size === 0) return
    const registry = await registryOf(steps.kit.store, read.registry.community)
    const again = await planned(steps, { ...read, registry })
    left = again.settlings.filter(one => stale.has(one.household.door) && (one.fresh || one.reopen || one.people.length > 0))
  }
}

/** The doors of the households that could not be written as planned. */
async function applyOnce(steps: Steps, settlings: Settling[]): Promise<string[]> {
  const stale: string[] = []
  const size = Math.max(1, Math.min(CHUNK, Math.ceil(settlings.length / 30)))
  for (let at = 0; at < settlings.length; at += size) {
    const chunk = settlings.slice(at, at + size)
    stale.push(...(await steps.step(40 + (59 * (at + chunk.length)) / settlings.length, tx => applyChunk(steps, tx, chunk))))
    await breathe()
  }
  return stale
}

async function applyChunk({ kit, job, now }: Steps, tx: Parameters<Parameters<Steps['step']>[1]>[0], chunk: Settling[]): Promise<string[]> {
  const undo: UndoDoc = { _id: kit.id(), job: job._id, at: now(), households: [], reopened: [], residents: [], before: [], changes: [] }
  const at = { job, secrets: kit.secrets, now: kit.now, today: kit.today, id: kit.id, grids: new Map() }
  const stale: string[] = []
  for (const settling of chunk) if (!(await write(tx, settling, at, undo))) stale.push(settling.household.door)
  await counted(tx, at)
  await tx.insert('import_undo', undo)
  return stale
}

/** Once done an import cannot be cancelled: what undoing it would take is thrown away. */
async function forget({ kit, job }: Steps): Promise<void> {
  for (;;) {
    const { items } = await kit.store.find<Doc>('import_undo', { where: { job: job._id }, order: ['at'], limit: 200 })
    if (items.length === 0) return
    await kit.store.transaction(async tx => {
      for (const { _id } of items) await tx.remove('import_undo', _id)
    })
  }
}
