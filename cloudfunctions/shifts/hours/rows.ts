/** The rows of a city platform's file, held against the roster and the ledger: what each would do. Reads only; import.ts writes. */
import { createHash } from 'node:crypto'
import { type CityRow, columnsOf, lacking, rowFrom } from '@domain/shifts/cityfile'
import type { LookedRow } from '@domain/shifts/contract'
import { MOST_A_DAY } from '@domain/shifts/open'
import { sayMinutes } from '@domain/shifts/words'
import type { Context } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { Doc } from '../../_kit/store/port'
import { rowsOf } from '../../_kit/table'
import type { VolunteerDoc } from '../docs'
import { type DayDoc, dayId, type TallyDoc } from './docs'
import { issuerOf } from './issuer'
import { entriesOf, whole } from './read'

/** One transaction takes so many; more is more than a community's month. */
export const MOST_ROWS = 300
type What = 'ids' | 'hours'
/** A row that was read, whose it is, and under which root it would stand. */
export interface Judged extends LookedRow {
  helper?: VolunteerDoc
  read?: CityRow
  root?: string
}
export interface Read {
  file: string
  name: string
  rows: Judged[]
  ignored: string[]
}

/** Refuses shifts.not_there, shifts.file_unreadable, shifts.no_columns, shifts.too_many_rows. */
export async function judged(context: Context, { community, file, what }: { community: string; file: string; what: What }): Promise<Read> {
  const { name, table } = await filed(context, file)
  const head = table.findIndex(row => row.filter(cell => cell.trim() !== '').length > 1)
  const { columns } = await issuerOf(context.system, community)
  const { fields, ignored } = columnsOf(table[head] ?? [], columns)
  const lacks = lacking(fields, what)
  if (head < 0 || lacks) throw refuse('shifts.no_columns', `表里没有找到这几列：${lacks || '姓名'}`, 'file')
  const lines = table.flatMap((cells, at) => (at > head && cells.some(cell => cell.trim() !== '') ? [{ cells, row: at + 1 }] : []))
  if (lines.length > MOST_ROWS) throw refuse('shifts.too_many_rows', `一次最多 ${MOST_ROWS} 行，请分成几个文件`, 'file')
  const roster = await whole<VolunteerDoc>(context.store, 'volunteers', { community }, ['community', 'pinyin'])
  const judge = what === 'ids' ? idJudge(roster) : hourJudge(context, roster)
  const rows: Judged[] = []
  for (const { cells, row } of lines) {
    const read = rowFrom(cells, fields, what)
    const said = {
      row,
      name: cells[fields.indexOf('name')] ?? cells[fields.indexOf('cityId')] ?? '',
      words: '',
      what: 'bad' as const,
      why: '',
    }
    rows.push('bad' in read ? { ...said, why: read.bad } : await judge({ ...said, read }))
  }
  return { file, name, rows, ignored }
}

/** A file somebody put up and filed under a division the caller reaches. */
async function filed(context: Context, file: string): Promise<{ name: string; table: string[][] }> {
  const { items } = await context.store.find<Doc & { name: string }>('filings', { where: { file }, limit: 1 })
  const bytes = items[0] && (await context.blobs.get(file))
  if (!bytes) throw notThere('shifts', '这个文件')
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
  const table = zipped ? 'binary' : rowsOf(bytes)
  if (table === 'binary') throw refuse('shifts.file_unreadable', '请用表格软件打开，另存为 CSV 再传', 'file')
  if (table === 'quotes') throw refuse('shifts.file_unreadable', '这个文件里的引号不成对，请另存为 CSV 再传', 'file')
  return { name: items[0].name, table }
}

type Reading = Judged & { read: CityRow }
const masked = (phone: string) => (phone.length === 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : '')

/** Whose row it is: by the platform's number, else by name, with the phone where two have the same. */
function ownerOf(roster: readonly VolunteerDoc[], { cityId, name, phone }: CityRow): VolunteerDoc | string {
  const numbered = cityId ? roster.find(one => one.cityId === cityId) : undefined
  if (numbered) return name && numbered.name !== name ? `编号 ${cityId} 是${numbered.name}的，和姓名对不上` : numbered
  if (!name) return `名册里没有编号 ${cityId}`
  const named = roster.filter(one => one.name === name && !['declined', 'waiting'].includes(one.state))
  const same = phone ? named.filter(one => one.phoneMask === masked(phone)) : named
  if (named.length === 0) return `名册里没有${name}`
  if (same.length === 0) return `${name}的手机号和名册里的对不上`
  return same.length === 1 ? same[0] : `名册里有 ${same.length} 位${name}，请加上手机号`
}

function idJudge(roster: readonly VolunteerDoc[]) {
  const given = new Map<string, number>()
  return async (it: Reading): Promise<Judged> => {
    const { cityId } = it.read
    const taken = roster.find(one => one.cityId === cityId)
    const helper = ownerOf(roster, taken ? it.read : { ...it.read, cityId: '' })
    const words = `编号 ${cityId}`
    if (typeof helper === 'string') return { ...it, words, why: helper }
    if (helper.cityId === cityId) return { ...it, words, helper, what: 'same', why: '已经是这个编号' }
    if (helper.cityId) return { ...it, words, why: `${helper.name}原来的编号是 ${helper.cityId}，要改请到他的资料里改` }
    const before = given.get(cityId) ?? given.get(helper._id)
    if (before) return { ...it, words, why: `和第 ${before} 行重复` }
    given.set(cityId, it.row).set(helper._id, it.row)
    return { ...it, words, helper, what: 'new', why: `给${helper.name}（${helper.phoneMask}）` }
  }
}

/** The same activity of the same day is the same hours, whatever file it comes in. */
const rootOf = (account: string, { day, title }: CityRow) =>
  `c${createHash('sha256').update(`${account}|${day}|${title}`).digest('base64url').slice(0, 26)}`

function hourJudge({ system, today }: Context, roster: readonly VolunteerDoc[]) {
  const seen = new Map<string, number>()
  const days = new Map<string, number>()
  return async (it: Reading): Promise<Judged> => {
    const { read } = it
    const words = `${read.day} ${read.title}，${sayMinutes(read.minutes)}`
    const helper = ownerOf(roster, read)
    if (typeof helper === 'string') return { ...it, words, why: helper }
    if (read.day > today) return { ...it, words, why: '这一天还没到' }
    const root = rootOf(helper._id, read)
    const said = { ...it, name: helper.name, words, helper, root }
    const before = seen.get(root)
    if (before) return { ...said, what: 'same', why: `和第 ${before} 行一样，只记一次` }
    const known = await knownAs(system, helper._id, root, read)
    if (known) return { ...said, ...known }
    const day = dayId(helper._id, read.day)
    const sum = days.get(day) ?? (await system.get<DayDoc>('hours_days', day))?.minutes ?? 0
    if (sum + read.minutes > MOST_A_DAY) return { ...said, why: `这一天已经有 ${sayMinutes(sum)}，加起来会超过 8 小时` }
    days.set(day, sum + read.minutes)
    seen.set(root, it.row)
    return { ...said, what: 'new', why: '' }
  }
}

/** Imported before, or counted here already; null when it is new. */
async function knownAs(system: Context['system'], account: string, root: string, { day, title, minutes }: CityRow) {
  const tally = await system.get<TallyDoc>('hours_tallies', root)
  if (tally?.fixed) return { what: 'same' as const, why: '导入过，后来更正了，以更正的为准' }
  if (tally && tally.auto + tally.added === minutes) return { what: 'same' as const, why: '已经导入过' }
  if (tally) return { what: 'bad' as const, why: `导入过 ${sayMinutes(tally.added)}，和这次不一样，请用“更正”` }
  const here = (await entriesOf(system, account, { days: { gte: day, lte: day } })).filter(one => one.title === title)
  return here.length > 0 ? { what: 'same' as const, why: '这里自己就记着，不再记一次' } : null
}
