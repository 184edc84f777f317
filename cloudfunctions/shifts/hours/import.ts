/** What a city platform has recorded, taken in: looked at first, then all of it or nothing. */
import type { LookedRow } from '@domain/shifts/contract'
import { MOST_A_DAY } from '@domain/shifts/open'
import type { Context, WriteTx } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import type { Operations } from '../../_kit/serve'
import type { VolunteerDoc } from '../docs'
import { tell } from '../tell'
import { book } from './book'
import type { HourDoc, TallyDoc } from './docs'
import { type Judged, judged } from './rows'

const countOf = (rows: readonly LookedRow[], what: LookedRow['what']) => rows.filter(one => one.what === what).length
const meanwhile = () => refuse('shifts.changed_meanwhile', '名册或时长刚刚变了，请再看一遍这个文件')

export const imports: Pick<Operations<'shifts'>, 'look_import' | 'run_import'> = {
  async look_import(context, asked) {
    const { name, rows, ignored } = await judged(context, asked)
    return {
      ...{ file: name, ignored, fresh: countOf(rows, 'new'), same: countOf(rows, 'same'), bad: countOf(rows, 'bad') },
      rows: rows.map(({ row, name: who, words, what, why }) => ({ row, name: who, words, what, why })),
    }
  },

  async run_import(context, { skip, ...asked }) {
    const { rows, file, name } = await judged(context, asked)
    const left = rows.filter(one => !skip.includes(one.row))
    const bad = left.filter(one => one.what === 'bad')
    if (bad.length > 0)
      throw refuse(
        'shifts.bad_rows',
        `第 ${bad
          .map(one => one.row)
          .slice(0, 10)
          .join('、')} 行有问题，改好再传，或者选“不要这几行”`,
        'skip',
      )
    const fresh = left.filter(one => one.what === 'new')
    return context.write({ target: asked.community, division: asked.community, note: `${name}，${fresh.length} 行` }, async (_, whole) => {
      for (const one of fresh) await (asked.what === 'ids' ? number(context, whole, one) : hour(context, whole, one, { ...asked, name }))
      if (asked.what === 'hours') await tellAll(context, whole, fresh)
      return { id: file, written: fresh.length, same: countOf(left, 'same'), skipped: rows.length - left.length }
    })
  },
}

async function number({ now, person }: Context, whole: WriteTx, { helper, read }: Judged) {
  const before = helper && (await whole.get<VolunteerDoc>('volunteers', helper._id))
  if (!before || !read || before.cityId) throw meanwhile()
  const happened = { at: now, by: person?.id ?? '', what: 'city_id', why: `平台编号 ${read.cityId}` }
  const after = { ...before, cityId: read.cityId, history: [...before.history, happened], version: before.version + 1 }
  await whole.put<VolunteerDoc>('volunteers', after)
}

async function hour(
  context: Context,
  whole: WriteTx,
  { helper, read, root }: Judged,
  from: { community: string; file: string; name: string },
) {
  if (!helper || !read || !root || (await whole.get('hours_tallies', root))) throw meanwhile()
  const { title, day, minutes } = read
  const entry: HourDoc = {
    ...{ _id: `${root}|1`, root, account: helper._id, name: helper.name, community: from.community, title, day, minutes },
    ...{ source: 'added', what: 'imported', kind: 'other', at: context.now, file: from.file, why: `从“${from.name}”导入` },
    ...{ by: context.person?.id ?? '', byName: context.person?.name ?? '' },
  }
  const tally = { _id: root, community: from.community, auto: 0, added: minutes, seq: 1, came: false, fixed: false }
  await whole.insert<TallyDoc>('hours_tallies', tally)
  if (!(await book(whole, entry, { most: MOST_A_DAY }))) throw meanwhile()
}

async function tellAll({ now }: Context, whole: WriteTx, rows: readonly Judged[]) {
  const accounts = [...new Set(rows.flatMap(({ helper }) => (helper ? [helper._id] : [])))]
  const body = '市里平台记的时长，已经放进您的账里。'
  await tell(whole, { topic: 'hours', accounts, title: '您的服务时长有变化', body, to: '/shifts/pages/hours/index', at: now })
}
