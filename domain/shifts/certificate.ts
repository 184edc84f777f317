/** 志愿服务记录证明: what stands in one, the text its hash is over, and its number (民政部令第 67 号: who, what, hours, issuer, person in charge, number, date, seal). */
import type { CertContent, CityColumn } from './contract/hourwords'

const CODE_DIGITS = 12
/**
 * The check code of a hash (hex), as it is printed: its first 48 bits as twelve decimal digits, which are typed on any phone. With a salt that only
 * the paper tells, and the door's limit of calls, that cannot be guessed.
 */
export const codeOf = (hash: string) => String(Number.parseInt(hash.slice(0, 12), 16) % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, '0')

/** 沈和新志〔2026〕第 0001 号 */
export const numberOf = (prefix: string, year: string, n: number) => `${prefix}〔${year}〕第 ${String(n).padStart(4, '0')} 号`
/** Its name without brackets and signs: 210102025015-2026-0001, for links. */
export const certId = (community: string, year: string, n: number) => `${community}-${year}-${String(n).padStart(4, '0')}`

/** What somebody typed from a paper, whatever brackets and spaces they used: 沈和新志20260001. An id stays what it is. */
export const numberKey = (typed: string) =>
  typed
    .normalize('NFKC')
    .replace(/[^\p{Script=Han}A-Za-z\d-]/gu, '')
    .replace(/[第号]/g, '')

/** '0129 0012 3456' and '012900123456' are the same code. */
export const codeKey = (typed: string) =>
  typed
    .normalize('NFKC')
    .replace(/[^0-9a-zA-Z]/g, '')
    .toLowerCase()

/** How a number begins where nobody has said otherwise: 沈阳市 和平区 和平新村社区 is 沈和和志. */
export const prefixOf = (names: readonly string[]) => `${names.map(name => [...name][0] ?? '').join('')}志`

/** A line break in a name would make two lines of one. */
const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

/**
 * The text a certificate's SHA-256 is over, UTF-8, lines ended by \n. Every word and figure on the paper is in it, so that none can be changed
 * without the check code changing. docs/hours.md shows one.
 */
export function canonical(it: CertContent): string {
  const lines = it.lines.map(({ title, times, minutes }) => `服务项目：${plain(title)}|${times}|${minutes}`)
  const head = [
    ...['志愿服务记录证明 1', `编号：${it.number}`, `标识：${it.id}`, `姓名：${plain(it.name)}`, `平台编号：${plain(it.cityId ?? '')}`],
    ...[`起：${it.from}`, `止：${it.until}`, `分钟：${it.total}`, `自动：${it.auto}`, `补记：${it.added}`, `次数：${it.times}`],
  ]
  const foot = [`出具：${plain(it.issuer)}`, `负责人：${plain(it.manager)}`, `日期：${it.issued}`, `随机：${it.salt}`]
  return [...head, ...lines, ...foot, ''].join('\n')
}

export const COLUMNS: readonly CityColumn[] = [
  { field: 'cityId', title: '志愿者编号' },
  { field: 'name', title: '姓名' },
  { field: 'title', title: '活动名称' },
  { field: 'day', title: '服务日期' },
  { field: 'begin', title: '开始时间' },
  { field: 'end', title: '结束时间' },
  { field: 'hours', title: '服务时长（小时）' },
  { field: 'source', title: '记录方式' },
  { field: 'entry', title: '记录编号' },
]

/** At most so many lines of services stand on a certificate: it is one page. */
const MOST_LINES = 8

/** Services by what they were called, most minutes first; the smallest together as 其他服务. */
export function linesOf(served: readonly { title: string; minutes: number }[]): CertContent['lines'] {
  const sums = new Map<string, { title: string; times: number; minutes: number }>()
  for (const { title, minutes } of served) {
    const sum = sums.get(title) ?? { title, times: 0, minutes: 0 }
    sums.set(title, { title, times: sum.times + 1, minutes: sum.minutes + minutes })
  }
  const lines = [...sums.values()].sort((a, b) => b.minutes - a.minutes || (a.title < b.title ? -1 : 1))
  if (lines.length <= MOST_LINES) return lines
  const rest = lines.slice(MOST_LINES - 1)
  const other = { title: '其他服务', times: 0, minutes: 0 }
  for (const { times, minutes } of rest) {
    other.times += times
    other.minutes += minutes
  }
  return [...lines.slice(0, MOST_LINES - 1), other]
}
