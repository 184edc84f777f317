/** A check in progress at one place of the test world, and one good input an operation. */
import { FAST, NORMAL } from '@domain/meals/ladder'
import { telling } from '../../_kit/react'
import { atCommunity, atGrid, type Ground, type MealsPlace, type Samples, wide } from '../../_kit/sample'
import type { Town } from '../../_kit/testing'
import { dayOf } from '../../_kit/time'
import { reactions } from '../../reactions'
import type { OrderDoc } from '../docs'
import { eaterOn } from '../eaters'
import { openCheck } from './open'

const gone = '7'.repeat(24)

/** Nobody answered the door at this place, and a floor leader is near. */
export async function settle(town: Town, { grid, community, building, resident }: Ground, meals: MealsPlace): Promise<MealsPlace> {
  const now = town.now()
  const eater = await eaterOn(town.store, resident, dayOf(now))
  const kitchen = meals.kitchen ?? gone
  const order = {
    ...{ _id: `${resident}|${dayOf(now)}|breakfast`, eater: resident, kitchen, community, day: dayOf(now), meal: 'breakfast' },
    ...{ home: grid, call: eater?.call ?? '', household: eater?.household ?? '', door: eater?.door ?? '', building },
  } as OrderDoc
  const when = { now, today: dayOf(now), id: () => `seen.${grid}` }
  await town.store.transaction(tx => openCheck(telling(tx, reactions, when), order, { why: 'no_answer', now }))
  const clerk = await town.as('community', community, { name: '社区的人' })
  const form = { building, kind: 'lead' as const, name: '老李' }
  const { id: neighbour } = await clerk.call('meals.save_neighbour', { community, form, phone: '13100131000' })
  return { check: `${resident}|${dayOf(now)}`, neighbour }
}
export const nowhere: MealsPlace = { check: `${gone}|2026-11-21`, neighbour: `n${gone}` }

type Mine = Pick<
  Samples<'meals'>,
  | 'meals.checks'
  | 'meals.check'
  | 'meals.my_checks'
  | 'meals.step_check'
  | 'meals.close_check'
  | 'meals.explain'
  | 'meals.call_for_check'
  | 'meals.ladder'
  | 'meals.set_ladder'
  | 'meals.neighbours'
  | 'meals.save_neighbour'
  | 'meals.end_neighbour'
  | 'meals.checks_numbers'
>
export const samples: Mine = {
  'meals.checks': atGrid(({ grid }) => ({ division: grid, closed: false })),
  'meals.check': atGrid(({ meals }) => ({ check: meals.check })),
  'meals.my_checks': atGrid(({ resident }) => ({ eater: resident })),
  'meals.step_check': atGrid(({ meals }) => ({ check: meals.check, rung: 'call', result: 'told' })),
  'meals.close_check': atGrid(({ meals }) => ({ check: meals.check, outcome: 'well', words: '在院里晒太阳' })),
  'meals.explain': atGrid(({ resident }) => ({ eater: resident, until: '2026-11-30', why: 'hospital' })),
  'meals.call_for_check': atGrid(({ meals }) => ({ check: meals.check, whom: `neighbour:${meals.neighbour}` })),
  'meals.ladder': wide(({ community }) => ({ community })),
  'meals.set_ladder': atCommunity(({ community }) => ({ community, version: 0, form: { normal: NORMAL, fast: FAST } })),
  'meals.neighbours': wide(({ community }) => ({ community })),
  'meals.save_neighbour': atCommunity(({ community, building }) => ({
    community,
    form: { building, kind: 'neighbour', name: '小赵' },
    phone: '13000130000',
  })),
  'meals.end_neighbour': atCommunity(({ meals }) => ({ neighbour: meals.neighbour })),
  'meals.checks_numbers': wide(({ community }) => ({ division: community, from: '2026-11-01', days: 30 })),
}
