/** A community office's desk for the tests: a town, somebody in the office, and what the app does with a file. */
import { createHash } from 'node:crypto'
import type { ImportJob, Report } from '@domain/people/importing'
import type { Doc } from '../../_kit/store/port'
import { openTown, type Someone, type Town } from '../../_kit/testing'
import type { HouseholdDoc, ResidentDoc } from '../docs'
import { excel, type Written } from './fixture'

export const COMMUNITY = '210102025015'
export const HEAD = ['网格', '楼号', '单元', '门牌', '姓名', '与户主关系', '性别', '身份证号码', '联系电话', '人员类别', '备注']

export class Desk {
  constructor(
    readonly town: Town,
    readonly office: Someone,
  ) {}

  /** Puts bytes up in pieces and files them under the community. */
  async file(bytes: Uint8Array, name = '台账.xlsx'): Promise<string> {
    const id = createHash('sha256').update(bytes).digest('hex')
    const base64 = Buffer.from(bytes).toString('base64')
    const parts = Math.ceil(base64.length / 200_000)
    for (let part = 0; part < parts; part++)
      await this.office.call('files.put', { file: id, part, parts, base64: base64.slice(part * 200_000, (part + 1) * 200_000) })
    await this.office.call('files.file', { file: id, division: COMMUNITY, kind: 'workbook', name })
    return id
  }

  start = async (file: string, mode: 'dry' | 'apply') =>
    (await this.office.call('people.import_run', { file, kind: 'roster', division: COMMUNITY, mode })).id

  look = (job: string) => this.office.call('people.import_job', { job })

  /** A whole import of rows as a workbook; throws when it did not get done. */
  async ran(rows: Written[][], mode: 'dry' | 'apply' = 'apply'): Promise<ImportJob & { report: Report }> {
    const job = await this.start(await this.file(await excel(rows)), mode)
    await this.town.tick()
    const now = await this.look(job)
    if (now.state !== 'done' || !now.report) throw new Error(`${now.state}: ${now.why}`)
    return { ...now, report: now.report }
  }

  async all<D extends Doc = Doc>(collection: string): Promise<D[]> {
    const items: D[] = []
    let after: string | undefined
    do {
      const page = await this.town.store.find<D>(collection, { where: { community: COMMUNITY }, limit: 1000, after })
      items.push(...page.items)
      after = page.after
    } while (after)
    return items
  }
  residents = () => this.all<ResidentDoc>('residents')
  households = () => this.all<HouseholdDoc>('households')

  /** Does something once, right after the first transaction that `when` holds after; the rest goes on as ever. */
  once(when: () => Promise<boolean>, what: () => Promise<void>) {
    const { store } = this.town
    const { transaction } = store
    store.transaction = async work => {
      const result = await transaction(work)
      if (!(await when())) return result
      store.transaction = transaction
      await what()
      return result
    }
  }
}

export async function openDesk(): Promise<Desk> {
  const town = await openTown({ now: '2026-11-21T09:00' })
  return new Desk(town, await town.as('community', COMMUNITY, { name: '王社区' }))
}
