/** Hours to take away: every line, or what has lain open in the columns of the city platform. */
import { createHash } from 'node:crypto'
import { clockOf } from '@domain/shifts/clash'
import type { CityColumn } from '@domain/shifts/contract'
import { ready } from '@domain/shifts/open'
import { HOUR_WORDS, KIND_WORDS } from '@domain/shifts/words'
import type { Context } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import type { Operations } from '../../_kit/serve'
import type { ShiftDoc, VolunteerDoc } from '../docs'
import type { HourDoc } from './docs'
import type { Taken } from './files'
import { issuerOf } from './issuer'
import { askedAbout, nameOf, whole } from './read'

/** Every line of the ledger, in our own words. */
const ALL: readonly CityColumn[] = [
  ...([
    { field: 'day', title: '日期' },
    { field: 'name', title: '姓名' },
    { field: 'cityId', title: '平台编号' },
    { field: 'title', title: '服务' },
    { field: 'kind', title: '类别' },
    { field: 'minutes', title: '分钟' },
    { field: 'source', title: '怎么记的' },
    { field: 'entry', title: '记录编号' },
  ] as const),
]

export const exporting: Pick<Operations<'shifts'>, 'export_hours'> = {
  async export_hours(context, { community, from, until, account, shape, form }) {
    const where = { community, ...(account ? { account } : {}), day: { gte: from, lte: until } }
    const entries = await whole<HourDoc>(context.store, 'hours', where, ['day'])
    const rows = shape === 'city' ? await settled(context, entries) : await every(context, entries)
    if (rows.length === 0) throw refuse('shifts.nothing_to_export', '这段日子里没有可以导出的时长')
    const columns = shape === 'city' ? (await issuerOf(context.system, community)).columns : ALL
    // a large part of the program that only who exports needs
    const { csvOf, workbookOf } = await import('./files')
    const bytes = form === 'csv' ? csvOf(rows, columns) : await workbookOf(rows, columns)
    const file = createHash('sha256').update(bytes).digest('hex')
    const name = `${await nameOf(context.system, community)}志愿服务时长 ${from} 到 ${until}.${form}`
    await context.blobs.put(file, bytes)
    return context.write({ target: account ?? community, division: community, note: `${from} ${until}，${rows.length} 行` }, async tx => {
      const facts = { file, division: community, name, bytes: bytes.length, by: context.person?.id ?? '' }
      await tx.happened('shifts.hours_made', facts)
      return { id: file, name }
    })
  },
}

type Knowing = { helpers: Map<string, VolunteerDoc | null>; shifts: Map<string, ShiftDoc | null> }

/** The volunteers and shifts the entries name, each read once. */
async function knowing({ system }: Context, entries: readonly HourDoc[]): Promise<Knowing> {
  const helpers = new Map<string, VolunteerDoc | null>()
  const shifts = new Map<string, ShiftDoc | null>()
  for (const { account, shift } of entries) {
    if (!helpers.has(account)) helpers.set(account, await system.get<VolunteerDoc>('volunteers', account))
    if (shift && !shifts.has(shift)) shifts.set(shift, await system.get<ShiftDoc>('shifts', shift))
  }
  return { helpers, shifts }
}

async function every(context: Context, entries: readonly HourDoc[]): Promise<Taken[]> {
  const known = await knowing(context, entries)
  return entries.map(entry => takenOf(entry, entry.minutes, HOUR_WORDS[entry.what], known))
}

/** One row a thing done, its entries together: what lay open, and nobody asks about. */
async function settled(context: Context, entries: readonly HourDoc[]): Promise<Taken[]> {
  const asked = new Set<string>()
  for (const account of new Set(entries.map(one => one.account)))
    for (const root of await askedAbout(context.system, account)) asked.add(root)
  const minutes = ready(entries, context.today, asked)
  const first = new Map<string, HourDoc>()
  // what came from the platform is there already
  const theirs = new Set(entries.filter(one => one.what === 'imported').map(one => one.root))
  for (const entry of entries) if (minutes.has(entry.root) && !theirs.has(entry.root)) first.set(entry.root, first.get(entry.root) ?? entry)
  const known = await knowing(context, [...first.values()])
  return [...first].map(([root, entry]) => takenOf(entry, minutes.get(root) ?? 0, entry.source === 'auto' ? '签到签退' : '补记', known))
}

function takenOf(entry: HourDoc, minutes: number, source: string, { helpers, shifts }: Knowing): Taken {
  const [helper, shift] = [helpers.get(entry.account), entry.shift ? shifts.get(entry.shift) : null]
  return {
    ...{ cityId: helper?.cityId ?? '', name: helper?.name ?? entry.name, phone: helper?.phoneMask ?? '', title: entry.title },
    ...{ kind: KIND_WORDS[entry.kind], day: entry.day, begin: shift ? clockOf(shift.from) : '', end: shift ? clockOf(shift.to) : '' },
    ...{ hours: minutes / 60, minutes, source, entry: entry._id },
  }
}
