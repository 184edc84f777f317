/** Importing, as the app and the command line ask for it. The work itself is the clock's (run.ts). */
import type { importing as contract } from '@domain/people/importing'
import { missingIn } from '@domain/people/roster/head'
import type { Context } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { Operations } from '../../_kit/serve'
import type { Doc } from '../../_kit/store/port'
import { wake } from '../../_kit/wake'
import { kindsIn } from '../kinds'
import { type JobDoc, jobOf } from './docs'
import { lookAt } from './look'
import { readWorkbook } from './read'

type Importing = Pick<Operations<'people'>, keyof typeof contract>
const OPEN = ['waiting', 'running', 'undoing']

/** A file somebody put up and filed under a division the caller reaches. Refuses files.not_there. */
async function filed(context: Context, file: string): Promise<{ name: string; bytes: Uint8Array }> {
  const { items } = await context.store.find<Doc & { name: string }>('filings', { where: { file }, limit: 1 })
  const bytes = items[0] && (await context.blobs.get(file))
  if (!bytes) throw notThere('files', '这个文件')
  return { name: items[0].name, bytes }
}

async function reached(context: Context, id: string): Promise<JobDoc> {
  const job = await context.store.get<JobDoc>('import_jobs', id)
  if (!job) throw notThere('people', '这次导入')
  return job
}

const latest = (context: Pick<Context, 'store'>, division: string) =>
  context.store.find<JobDoc>('import_jobs', { where: { division }, order: ['-at'], limit: 20 })

export const importing: Importing = {
  async import_look(context, { file, sheet }) {
    const { name, bytes } = await filed(context, file)
    const tags = (await kindsIn(context.system)).map(kind => kind.name)
    return lookAt(await readWorkbook(bytes), { name, tags, sheet })
  },

  async import_run(context, { file, kind, division, mapping, mode }) {
    const { name } = await filed(context, file)
    if (kind === 'roster' && division.length !== 12) throw refuse('people.no_columns', '台账要导入到一个社区，请先选社区', 'division')
    if (kind === 'divisions' && !context.roles.some(role => role === 'district' || role === 'city'))
      throw refuse('people.divisions_not_yours', '行政区划由区里或市里导入')
    if (mapping && missingIn(mapping.columns).length > 0)
      throw refuse('people.no_columns', `还要告诉我哪一列是${missingIn(mapping.columns).join('、')}`, 'mapping')
    const busy = (await latest(context, division)).items.find(job => job.mode === 'apply' && OPEN.includes(job.state))
    if (busy && mode === 'apply') throw refuse('people.import_busy', `“${busy.name}”正在导入，等它完了再导入这一份`)
    const job: JobDoc = {
      ...{ _id: `i${context.id()}`, file, name, kind, division, mode, state: 'waiting', done: 0, at: context.now },
      ...{
        by: context.person?.id ?? '',
        byName: context.person?.name ?? '',
        roles: context.roles,
        reach: context.divisions,
        lease: 0,
        grids: [],
      },
      ...(mapping ? { mapping } : {}),
    }
    const answer = await context.write({ target: job._id, division, note: `${mode} ${kind}` }, async tx => {
      await tx.insert('import_jobs', job)
      return { id: job._id }
    })
    wake()
    return answer
  },

  async import_job(context, { job }) {
    return jobOf(await reached(context, job))
  },

  async import_jobs(context, { division }) {
    return (await latest(context, division)).items.map(jobOf)
  },

  async import_cancel(context, { job: id }) {
    const { division } = await reached(context, id)
    const answer = await context.write({ target: id, division }, async tx => {
      const job = await tx.get<JobDoc>('import_jobs', id)
      if (!job) throw notThere('people', '这次导入')
      if (!OPEN.includes(job.state))
        throw refuse('people.already_ended', job.state === 'done' ? '已经导入完了，不能取消了' : '这次导入已经停了')
      const writing = job.mode === 'apply' && job.state !== 'waiting' && job.kind === 'roster'
      await tx.update('import_jobs', id, { set: writing ? { state: 'undoing' } : { state: 'cancelled' } })
      return { id }
    })
    wake()
    return answer
  },
}
