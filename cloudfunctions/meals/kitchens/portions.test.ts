/** However the kitchen changes its portions while people order and cancel: left + held + sold = portions, and nothing is below zero. */
import fc from 'fast-check'
import { Refusal } from '../../_kit/refuse'
import { openTown, type Town } from '../../_kit/testing'
import type { PortionsDoc } from '../docs'
import { movePortions, SoldOut } from '../orders/portions'
import { type Dish, kitchenIn, type TestKitchen } from '../town'

jest.setTimeout(240_000)
const DISHES: Dish[] = ['set', 'main', 'side']
type Act =
  | { save: (number | null)[] }
  | { order: number; n: number }
  | { cancel: number; n: number }
  | { hold: number; n: number }
  | { fulfil: number; n: number }

const dish = fc.nat(DISHES.length - 1)
const few = fc.integer({ min: 1, max: 4 })
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ save: fc.tuple(...DISHES.map(() => fc.option(fc.nat(12), { freq: 4 }))) }),
  fc.record({ order: dish, n: few }),
  fc.record({ cancel: dish, n: few }),
  fc.record({ hold: dish, n: few }),
  fc.record({ fulfil: dish, n: few }),
)

let town: Town
let kitchen: TestKitchen
beforeAll(async () => {
  town = await openTown({ now: '2026-11-01T09:00' })
  kitchen = await kitchenIn(town)
})
afterAll(() => town.close())

/** One day of one kitchen as it should be: what the model knows of each dish. */
interface Model {
  version: number
  portions: Map<string, number>
  sold: Map<string, number>
  held: Map<string, number>
}
const at = (map: Map<string, number>, id: string) => map.get(id) ?? 0

async function refused(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return false
  } catch (error) {
    if (error instanceof Refusal && error.code === 'meals.already_sold') return true
    if (error instanceof SoldOut) return true
    throw error
  }
}

async function save(model: Model, day: string, amounts: (number | null)[]) {
  const items = DISHES.flatMap((key, n) => (amounts[n] === null ? [] : [{ dish: kitchen.dishes[key], portions: Number(amounts[n]) }]))
  const wanted = new Map(items.map(one => [one.dish, one.portions]))
  const impossible = [...model.portions.keys()].some(id => {
    const promised = at(model.sold, id) + at(model.held, id)
    return wanted.has(id) ? at(wanted, id) < promised : promised > 0
  })
  const form = { kitchen: kitchen.id, day, meal: 'lunch' as const, version: model.version, items }
  expect(await refused(kitchen.cook.call('meals.save_menu', form))).toBe(impossible)
  if (!impossible) Object.assign(model, { version: model.version + 1, portions: wanted })
}

/** Ordering, cancelling and holding as ORDERS does it. */
async function move(model: Model, slot: string, what: Exclude<Act, { save: unknown }>) {
  const [[kind, which], n] = [Object.entries(what)[0], what.n]
  const id = kitchen.dishes[DISHES[which]]
  if (!model.portions.has(id)) return
  const [sold, held] = [at(model.sold, id), at(model.held, id)]
  const left = at(model.portions, id) - sold - held
  const need = { slot, dish: id, name: '', n }
  const doc = `${slot}|${id}`
  const set = (more: { sold?: number; held?: number }) => {
    model.sold.set(id, sold + (more.sold ?? 0))
    model.held.set(id, held + (more.held ?? 0))
  }
  if (kind === 'order') {
    expect(await refused(town.store.transaction(tx => movePortions(tx, [need])))).toBe(left < n)
    if (left >= n) set({ sold: n })
  }
  if (kind === 'fulfil' && held >= n) {
    await town.store.transaction(tx => movePortions(tx, [{ ...need, held: n }]))
    set({ sold: n, held: -n })
  }
  if (kind === 'cancel' && sold >= n) {
    await town.store.transaction(tx => movePortions(tx, [{ ...need, n: -n }]))
    set({ sold: -n })
  }
  if (kind === 'hold' && left >= n) {
    await town.store.transaction(tx => tx.update('portions', doc, { inc: { left: -n, held: n } }, { when: { left: { gte: n } } }))
    set({ held: n })
  }
}

async function check(model: Model, slot: string) {
  const { items } = await town.store.find<PortionsDoc>('portions', { where: { slot }, limit: 10 })
  expect(items.map(one => one.dish).sort()).toEqual([...model.portions.keys()].sort())
  for (const { dish: id, portions, left, held, sold } of items) {
    expect({ portions, held, sold }).toEqual({ portions: at(model.portions, id), held: at(model.held, id), sold: at(model.sold, id) })
    expect(left + held + sold).toBe(portions)
    expect(Math.min(left, held, sold)).toBeGreaterThanOrEqual(0)
  }
}

test('in hundreds of random days of saving, ordering, cancelling and holding', async () => {
  let day = 0
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 14 }), async acts => {
      const on = new Date(Date.parse('2026-11-02T00:00:00Z') + day++ * 86_400_000).toISOString().slice(0, 10)
      const slot = `${kitchen.id}|${on}|lunch`
      const model: Model = { version: 0, portions: new Map(), sold: new Map(), held: new Map() }
      await save(model, on, [10, 10, 10])
      for (const one of acts) await ('save' in one ? save(model, on, one.save) : move(model, slot, one))
      await check(model, slot)
    }),
    { numRuns: 300 },
  )
})

test('fifty people and a cook who takes portions away, all at once: nobody is promised what is not cooked', async () => {
  const [day, slot, main] = ['2027-11-02', `${kitchen.id}|2027-11-02|lunch`, kitchen.dishes.main]
  const put = (portions: number, version: number) =>
    refused(kitchen.cook.call('meals.save_menu', { kitchen: kitchen.id, day, meal: 'lunch', version, items: [{ dish: main, portions }] }))
  await put(40, 0)
  const orders = Array.from({ length: 50 }, () =>
    refused(town.store.transaction(tx => movePortions(tx, [{ slot, dish: main, name: '', n: 1 }]))),
  )
  const [fewer, ...turned] = await Promise.all([put(20, 1), ...orders])
  const sold = turned.filter(no => !no).length
  expect(await town.store.get('portions', `${slot}|${main}`)).toMatchObject({ portions: fewer ? 40 : 20, sold })
  expect(sold).toBe(fewer ? 40 : 20)
})
