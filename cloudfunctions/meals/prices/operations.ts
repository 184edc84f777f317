/**
 * Price rules: read, saved as versions, tried. For demo data call `meals.save_rules` with the community's code (`division`) for rules of all its
 * kitchens, or with `kitchen` for one of its own; domain/meals/canteens.ts turns published rules into ours.
 */
import type { Rule } from '@domain/meals/contract/prices'
import { findingsOf } from '@domain/meals/findings'
import { priceOf } from '@domain/meals/price'
import { saying, whoIn } from '@domain/meals/saying'
import type { Context } from '../../_kit/context'
import { isWithin } from '../../_kit/reach'
import { notThere, refuse } from '../../_kit/refuse'
import type { Operations } from '../../_kit/serve'
import type { KitchenDoc } from '../docs'
import { eaterOn } from '../eaters'
import { type RulesDoc, type RulesVersionDoc, rulesId } from './docs'
import { nameOf, placeOf } from './place'
import { nearest } from './price'
import { categoriesIn, namesOf, viewOf } from './views'

export const prices: Pick<Operations<'meals'>, 'price_rules' | 'save_rules' | 'try_rules' | 'rules_history'> = {
  async price_rules(context, input) {
    const place = await placeOf(context, input)
    const set = await context.system.get<RulesDoc>('price_rules', rulesId(place.id))
    const wider = await nearest(context.system, place.chain.slice(1))
    return {
      own: viewOf(set, place.name, context.today),
      ...(wider ? { inherited: viewOf(wider.set, await nameOf(context, wider.place), context.today) } : {}),
      categories: await categoriesIn(context.system),
      kitchens: await kitchensIn(context, place.division),
      editable: mayEdit(context) && isWithin(place.division, context.divisions),
    }
  },

  async save_rules(context, { division, kitchen, version, rules, note = '' }) {
    const place = await placeOf(context, { division, kitchen }, true)
    check(rules)
    const names = namesOf(await categoriesIn(context.system))
    const by = context.person?.name ?? ''
    const findings = findingsOf({ rules, names }, context.today)
    return context.write({ target: place.id, division: place.division, note }, async (_, whole) => {
      const before = await whole.get<RulesDoc>('price_rules', rulesId(place.id))
      if ((before?.version ?? 0) !== version) throw refuse('meals.changed_meanwhile', '这套规则刚刚有人改过，请重新打开再改')
      const { division: where, kitchen: of } = place
      const set = { division: where, ...(of ? { kitchen: of } : {}), rules, names, version: version + 1, at: context.now, by }
      await whole.put<RulesDoc>('price_rules', { _id: rulesId(place.id), ...set })
      await whole.insert<RulesVersionDoc>('price_versions', { _id: `${place.id}|${version + 1}`, ...set, place: place.id, note })
      return { id: place.id, version: version + 1, findings }
    })
  },

  async try_rules(context, { rules, who, price, way, day = context.today, ...input }) {
    const place = await placeOf(context, input)
    const names = namesOf(await categoriesIn(context.system))
    const set = rules ? { rules, names } : ((await nearest(context.system, place.chain))?.set ?? null)
    const eater = who.kind === 'resident' ? await residentOn(context, who.resident, day) : { ...who, here: true }
    const lines = [{ dish: 'tried', quantity: 1, price }]
    const asked = new Set(set?.rules.flatMap(rule => rule.categories ?? []))
    return {
      price: priceOf(set, { eater, day, lines, way, subsidised: true }),
      // what these rules do not ask about, whoever tries them need not learn
      who: wordsFor({ ...eater, categories: eater.categories.filter(code => asked.has(code)) }, names),
      findings: rules ? findingsOf({ rules, names }, context.today) : [],
    }
  },

  async rules_history(context, input) {
    const place = await placeOf(context, input)
    const where = { place: place.id }
    const { items } = await context.system.find<RulesVersionDoc>('price_versions', { where, order: ['-version'], limit: 50 })
    return items.map(({ version, at, by, note, rules, names }) => ({
      version,
      at,
      by,
      note,
      rules: rules.map(rule => saying(rule, names)),
    }))
  },
}

const mayEdit = ({ roles }: Context) => roles.some(role => role === 'community' || role === 'district')

async function kitchensIn(context: Context, division: string) {
  if (division.length < 12) return []
  const { items } = await context.store.find<KitchenDoc>('kitchens', { where: { community: division }, limit: 100 })
  // what is eaten at a point is ordered from, and priced by, the kitchen it belongs to
  const cooks = items.filter(one => !one.parent && !one.ended)
  const own = await Promise.all(cooks.map(one => context.system.get<RulesDoc>('price_rules', rulesId(one._id))))
  return cooks.map(({ _id, name }, at) => ({ kitchen: _id, name, own: (own[at]?.rules.length ?? 0) > 0 }))
}

const NEAR = ['kitchen', 'community']

/** Only somebody registered where the caller cooks or keeps the community; no person above the community. */
async function residentOn(context: Context, id: string, day: string) {
  const places = (context.person?.memberships ?? []).filter(one => NEAR.includes(one.role)).map(one => one.scope)
  const eater = await eaterOn(context.system, id, day)
  if (!eater || !isWithin(eater.home, places)) throw notThere('meals', '这位居民')
  return eater
}

function wordsFor({ age, categories }: { age?: number; categories: string[] }, names: { [code: string]: string }): string {
  return [...(age === undefined ? ['年龄没有登记'] : [`${age} 岁`]), ...categories.map(code => whoIn({ categories: [code] }, names))].join(
    '、',
  )
}

function check(rules: Rule[]) {
  if (new Set(rules.map(rule => rule.id)).size < rules.length) throw refuse('meals.rules_wrong', '有两条规则用了同一个编号，请重新添加')
  for (const [at, { ages, since, until }] of rules.entries()) {
    if (ages?.to !== undefined && ages.to < ages.from) throw refuse('meals.rules_wrong', `第 ${at + 1} 条的年龄写反了`, `rules.${at}.ages`)
    if (since && until && until < since) throw refuse('meals.rules_wrong', `第 ${at + 1} 条的日期写反了`, `rules.${at}.until`)
  }
}
