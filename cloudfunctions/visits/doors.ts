/** A door's document: made from its household, its people and its knocks, and nothing else. */

import { addDays } from '@domain/days'
import { maskName } from '@domain/people/mask'
import { intervalOf, type Kind, nextTurn, tagsOn } from '@domain/visits/interval'
import { askedFor, fold, inOrder, plan } from '@domain/visits/plan'
import type { Behind, DoorDoc, HouseholdDoc, Remembered, ResidentDoc } from './docs'

/** How many knocks a door remembers. A phone is at most 30 days late, so that older ones have no say in what is due. */
const REMEMBERED = 8

/** The people behind a door: who lives there, or may. */
export const behind = (residents: ResidentDoc[]): Behind[] =>
  residents
    .filter(one => one.living === 'living' || one.living === 'unknown')
    .map(({ _id, name, relation, born, tags }) => ({
      ...{ id: _id, name: maskName(name), relation },
      ...(born === undefined ? {} : { born }),
      tags: tags.map(({ code, since, until }) => ({ code, since, ...(until === undefined ? {} : { until }) })),
    }))

/** What a door is made from. */
export interface Made {
  household: HouseholdDoc
  residents: ResidentDoc[]
  kinds: Kind[]
  now: number
  today: string
}

const unknown = (today: string) => ({ since: today, knocks: [], before: [], grids: [], grid: '' })

/** The door of a household as of a day; keeps what an earlier one remembers. Answers the same for the same, however often it is asked. */
export function doorOf({ household, residents, kinds, now, today }: Made, earlier: DoorDoc | null): DoorDoc {
  const { since, knocks, before, grids, grid: was } = earlier ?? unknown(today)
  const { _id, grid, community, label, walk, ended } = household
  const people = behind(residents)
  const spans = people.flatMap(one => one.tags)
  const turn = nextTurn(spans, today, day => addDays(day, 1))
  return due({
    ...{ _id, grid, community, label, walk, people, since, knocks, before, ...intervalOf(tagsOn(spans, today), kinds) },
    grids: was && was !== grid ? [...grids, { grid: was, until: now }].slice(-6) : grids,
    ...(turn ? { turn } : {}),
    ...(ended ? { ended: true as const } : {}),
    ...(earlier?.asked?.length ? { asked: earlier.asked } : {}),
    ...{ reason: 'never' as const, urgent: false },
  })
}

/** The door with its next due day, from its knocks and interval. */
export function due(door: DoorDoc): DoorDoc {
  const { due: _due, part: _part, ...kept } = door
  const next = plan(foldedOf(door), door.every, door.since)
  if (door.ended) return { ...kept, reason: next.reason, urgent: false }
  return { ...kept, ...(door.asked?.length ? askedFor(next, door.asked[0].on) : next) }
}

export const foldedOf = (door: DoorDoc) => fold(door.knocks, { tried: door.before })

/** The door with a knock remembered (replaced, when it is known already). The oldest is folded away when there are too many. */
export function knocked(door: DoorDoc, knock: Remembered): DoorDoc {
  const knocks = [...door.knocks.filter(one => one.visit !== knock.visit), knock].sort(inOrder)
  const gone = knocks.slice(0, Math.max(0, knocks.length - REMEMBERED))
  const before = fold(gone, { tried: door.before }).tried
  return due({ ...door, knocks: knocks.slice(gone.length), before })
}
