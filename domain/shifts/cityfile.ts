/** Files of city platforms (好志愿, 志愿汇): which column means what, and what a row says. No platform has published its format: titles are recognised by name, and a community can say its own. */
import { isDay } from '../schema'
import type { CityColumn, CityField } from './contract/hourwords'

/** Titles that are met, in the order of trust. */
const TITLES: { [field in CityField]: readonly string[] } = {
  cityId: ['志愿者编号', '志愿者编码', '志愿编号', '注册编号', '服务编号', '编号'],
  name: ['姓名', '志愿者姓名', '志愿者'],
  phone: ['手机号', '手机号码', '手机', '联系电话', '电话'],
  title: ['活动名称', '项目名称', '服务项目', '服务内容', '活动'],
  kind: ['服务类别', '类别'],
  day: ['服务日期', '活动日期', '日期', '服务时间'],
  begin: ['开始时间', '签到时间'],
  end: ['结束时间', '签退时间'],
  hours: ['服务时长（小时）', '服务时长', '服务时长小时', '时长（小时）', '时长', '服务时数', '信用时数', '荣誉时数', '小时'],
  minutes: ['服务时长（分钟）', '时长（分钟）', '分钟'],
  source: ['记录方式'],
  entry: ['记录编号'],
}

const bare = (title: string) => title.normalize('NFKC').replace(/[\s*:：()（）]/g, '')
export interface Columns {
  /** The field of each column; null where nothing is read. */
  fields: (CityField | null)[]
  /** Titles nothing is read of. */
  ignored: string[]
}

/** What each column means; a community's own titles first. Of two that mean the same the first is read. */
export function columnsOf(titles: readonly string[], own: readonly CityColumn[]): Columns {
  const seen = new Set<CityField>()
  const fields = titles.map(title => {
    const field = fieldOf(title, own)
    if (!field || seen.has(field)) return null
    seen.add(field)
    return field
  })
  return { fields, ignored: titles.filter((title, at) => title.trim() !== '' && fields[at] === null) }
}

function fieldOf(title: string, own: readonly CityColumn[]): CityField | null {
  const name = bare(title)
  const known = own.find(one => bare(one.title) === name)
  if (known) return known.field
  const entry = Object.entries(TITLES).find(([, titles]) => titles.some(one => bare(one) === name))
  return entry ? (entry[0] as CityField) : null
}

/** What lacks for an import of that kind, in words; '' when nothing does. */
export function lacking(fields: readonly (CityField | null)[], what: 'ids' | 'hours'): string {
  const has = (field: CityField) => fields.includes(field)
  const needs: [boolean, string][] =
    what === 'ids'
      ? [
          [has('cityId'), '志愿者编号'],
          [has('name'), '姓名'],
        ]
      : [
          [has('cityId') || has('name'), '志愿者编号或姓名'],
          [has('day'), '服务日期'],
          [has('title'), '活动名称'],
          [has('hours') || has('minutes'), '服务时长'],
        ]
  return needs.flatMap(([ok, name]) => (ok ? [] : [name])).join('、')
}

export interface CityRow {
  cityId: string
  name: string
  phone: string
  title: string
  day: string
  minutes: number
}
/** A row, or why it cannot be read. */
export function rowFrom(cells: readonly string[], fields: readonly (CityField | null)[], what: 'ids' | 'hours'): CityRow | { bad: string } {
  const at = (field: CityField) => (cells[fields.indexOf(field)] ?? '').trim()
  const row = { cityId: at('cityId').normalize('NFKC'), name: at('name').replace(/\s+/g, ''), phone: at('phone').replace(/\D/g, '') }
  const who = { ...row, title: at('title').slice(0, 40), day: dayFrom(at('day')) ?? '', minutes: minutesFrom(at('hours'), at('minutes')) }
  if (what === 'ids') return idBad(row) ?? who
  if (!row.cityId && !row.name) return { bad: '没有志愿者编号，也没有姓名' }
  if (!who.day) return { bad: `日期“${at('day')}”看不懂，写成 2026-11-20 这样` }
  if (!who.title) return { bad: '没有活动名称' }
  if (!Number.isInteger(who.minutes) || who.minutes < 1)
    return { bad: `时长“${at('hours') || at('minutes')}”看不懂，写成 2.5 这样的小时数` }
  return who.minutes > 1440 ? { bad: '一天没有这么长' } : who
}

function idBad({ cityId, name }: { cityId: string; name: string }): { bad: string } | null {
  if (!name) return { bad: '没有姓名' }
  return /^[A-Za-z0-9-]{4,32}$/.test(cityId) ? null : { bad: cityId ? `编号“${cityId}”不像编号` : '没有志愿者编号' }
}

/** '2026-11-20' of the ways people and spreadsheets write it. */
function dayFrom(text: string): string | null {
  const found = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[ T].*)?$/.exec(text.normalize('NFKC'))
  if (!found) return null
  const day = `${found[1]}-${found[2].padStart(2, '0')}-${found[3].padStart(2, '0')}`
  return isDay(day) ? day : null
}

/** Whole minutes of '2.5', '2小时30分', '2:30', or of a column of minutes; NaN for anything else. */
function minutesFrom(hours: string, minutes: string): number {
  if (minutes) return /^\d{1,4}(\.0+)?$/.test(minutes) ? Math.round(Number(minutes)) : Number.NaN
  const text = hours.normalize('NFKC').replace(/\s/g, '')
  if (/^\d{1,2}(\.\d{1,4})?(小时)?$/.test(text)) return Math.round(Number.parseFloat(text) * 60)
  const parts = /^(\d{1,2})(?:小时|:)(\d{1,2})分?钟?$/.exec(text)
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : Number.NaN
}
