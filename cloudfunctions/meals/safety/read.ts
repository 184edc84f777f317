/** The food safety log as it is read and as it is taken away. */
import { createHash } from 'node:crypto'
import type { InputOf, OutputOf } from '@domain'
import { daysBetween } from '@domain/days'
import type { SafetyDish } from '@domain/meals/contract/safety'
import { isHot } from '@domain/meals/safety'
import { MEALS } from '@domain/meals/serving'
import { stringify } from 'csv-stringify/sync'
import type { Work } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import type { Store } from '../../_kit/store/port'
import { type MenuDoc, slotId } from '../docs'
import { menuOf, ownKitchen } from '../kitchens/read'
import type { SafetyDoc, SampleDoc } from './docs'

type From = Pick<Store, 'get' | 'find'>
const SHOWN = 60
const LONGEST = 366
/** What a kitchen has when it has never written a temperature down. */
const FRIDGES = ['冷藏柜', '冷冻柜', '留样柜']

export const safety: Work<InputOf<'meals.safety'>, OutputOf<'meals.safety'>> = async (context, { kitchen: id, day = context.today }) => {
  await ownKitchen(context, id)
  const [menus, entries, samples, last] = await Promise.all([
    menusOn(context.system, id, day),
    entriesOn(context.system, id, day, day),
    keptSamples(context.system, id),
    context.system.find<SafetyDoc>('safety', { where: { kitchen: id }, order: ['-at'], limit: SHOWN }),
  ])
  const places = last.items.flatMap(({ entry }) => (entry.kind === 'fridge' ? [entry.place] : []))
  return {
    ...{
      day,
      now: context.now,
      dishes: menus.flatMap(menu => dishesOf(menu, entries)),
      fridges: [...new Set([...places, ...FRIDGES])].slice(0, 8),
    },
    samples: samples.map(({ _id, day: on, meal, name, place, grams, by, until }) => ({
      ...{ id: _id, day: on, meal, name, place, grams, by, until, due: until <= context.now },
    })),
    entries: last.items.map(({ _id, day: on, at, by, kind, words, ok, action }) => ({
      ...{ id: _id, day: on, at, by, kind, words, ok },
      ...(action ? { action } : {}),
    })),
  }
}

export const menusOn = async (from: Pick<Store, 'get'>, kitchen: string, day: string): Promise<MenuDoc[]> =>
  (await Promise.all(MEALS.map(meal => menuOf(from, slotId(kitchen, day, meal))))).flatMap(menu => (menu?.published ? [menu] : []))

export async function entriesOn(from: From, kitchen: string, first: string, last: string): Promise<SafetyDoc[]> {
  const found: SafetyDoc[] = []
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const where = { kitchen, day: { gte: first, lte: last } }
    const page = await from.find<SafetyDoc>('safety', { where, order: ['day'], limit: 1000, after })
    found.push(...page.items)
    after = page.after
  }
  return found
}

/** Samples that are kept, the first to be removed first. */
export const keptSamples = async (from: From, kitchen: string): Promise<SampleDoc[]> =>
  (await from.find<SampleDoc>('samples', { where: { kitchen, kept: true }, order: ['until'], limit: 200 })).items

/** The dishes of a meal with what the day's log says of them; the last measurement counts. */
export function dishesOf({ meal, items }: Pick<MenuDoc, 'meal' | 'items'>, entries: SafetyDoc[]): SafetyDish[] {
  const sorted = [...entries].sort((a, b) => a.at - b.at)
  return items.map(({ dish, name, kind }) => {
    const about = sorted.filter(({ entry }) => 'dish' in entry && entry.dish === dish && entry.meal === meal)
    const core = about.filter(one => one.kind === 'core').at(-1)
    const celsius = core?.entry.kind === 'core' ? core.entry.celsius : undefined
    return {
      ...{ meal, dish, name, hot: isHot(kind), ok: core?.ok ?? false, sampled: about.some(one => one.kind === 'sample') },
      ...(celsius === undefined ? {} : { celsius }),
    }
  })
}

const clockOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)
const KINDS: { [kind in SafetyDoc['kind']]: string } = { core: '中心温度', sample: '留样', removed: '留样处理', fridge: '冰箱温度' }
const HEAD = ['日期', '时间', '项目', '内容', '合格', '处理', '记录人']

/** UTF-8 with its mark, so that a spreadsheet reads the characters; a cell that begins like a formula stays a text. */
export function csvOf(entries: SafetyDoc[]): Uint8Array {
  const rows = [...entries]
    .sort((a, b) => a.at - b.at)
    .map(({ day, at, kind, words, ok, action = '', by }) => [day, clockOf(at), KINDS[kind], words, ok ? '合格' : '不合格', action, by])
  return Buffer.from(stringify([HEAD, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' }), 'utf8')
}

export const safety_file: Work<InputOf<'meals.safety_file'>, OutputOf<'meals.safety_file'>> = async (
  context,
  { kitchen: id, from, until },
) => {
  const kitchen = await ownKitchen(context, id)
  const days = daysBetween(from, until)
  if (days < 0 || days >= LONGEST) throw refuse('meals.dates_wrong', '一次最多导出一年，结束的日期不能比开始的早', 'until')
  const bytes = csvOf(await entriesOn(context.system, id, from, until))
  const file = createHash('sha256').update(bytes).digest('hex')
  const name = `${kitchen.name} 食品安全记录 ${from} 到 ${until}.csv`
  await context.blobs.put(file, bytes)
  return context.write({ target: id, division: kitchen.community, note: `${from} 到 ${until}` }, async tx => {
    const facts = { file, division: kitchen.community, kind: 'report', name, bytes: bytes.length, by: context.person?.id ?? '' }
    await tx.happened('meals.safety_made', facts)
    return { id, file, name }
  })
}
