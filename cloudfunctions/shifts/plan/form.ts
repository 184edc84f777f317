/** From what a lead wrote to a shift, and what must hold of it. */

import { clockOf } from '@domain/shifts/clash'
import type { RoleForm } from '@domain/shifts/contract'
import type { ShiftForm } from '@domain/shifts/contract/plan'
import { momentAt, type Wrong, wrongTimes } from '@domain/shifts/times'
import type { Context } from '../../_kit/context'
import { accountsOf, heldBelow } from '../../_kit/holders'
import { refuse } from '../../_kit/refuse'
import type { Doc, Store, Tx } from '../../_kit/store/port'
import type { ShiftDoc, TeamDoc } from '../docs'
import { mayLead } from '../reach'

const HOUR = 3_600_000
/** What a form is without its times: a template's, a series' and a shift's. */
export type AboutForm = Omit<ShiftForm, 'day' | 'from' | 'to'>

export const mustBeRight = (wrong: Wrong | null): void => {
  if (wrong) throw refuse(wrong.code, wrong.why, wrong.at)
}

/** Refuses: shifts.over_midnight, shifts.too_short, shifts.too_long, shifts.past, shifts.too_far, shifts.roles_twice. */
export function mustBeSound(form: ShiftForm, when: { now: number; today: string }): void {
  mustBeRight(wrongTimes(form, when))
  mustDiffer(form.roles)
}

/** Refuses: shifts.roles_twice. */
export function mustDiffer(roles: readonly RoleForm[]): void {
  for (const [at, { id, name }] of roles.entries()) {
    const other = roles.slice(0, at).find(one => one.id === id || one.name.trim() === name.trim())
    if (other) throw refuse('shifts.roles_twice', `“${name}”写了两遍，请合成一个岗位，把人数加起来`, `roles.${at}.name`)
  }
}

type Kitchen = Doc & { community: string }
type Account = Doc & { name: string }

/**
 * What is named must be there and the shift must be the caller's to plan; answers the grid worker it is together with.
 * Refuses: shifts.not_yours, shifts.no_such_team, shifts.no_such_kitchen, shifts.no_such_worker.
 */
export async function mustFitIn(context: Context, community: string, form: AboutForm): Promise<ShiftDoc['with']> {
  const { system } = context
  const team = form.team ? await system.get<TeamDoc>('teams', form.team) : null
  if (form.team && (team?.community !== community || team.ended)) throw refuse('shifts.no_such_team', '没有这个队，请重新选一个', 'team')
  const kitchen = form.kitchen && form.kind === 'kitchen' ? await system.get<Kitchen>('kitchens', form.kitchen) : null
  if (form.kitchen && form.kind === 'kitchen' && kitchen?.community !== community)
    throw refuse('shifts.no_such_kitchen', '没有这个厨房，请重新选一个', 'kitchen')
  await mustLead(context, system, { community, ...form })
  return form.with && form.kind === 'visit' ? worker(system, community, form.with, context.today) : undefined
}

/** Refuses: shifts.not_yours. */
export async function mustLead(context: Context, from: Pick<Tx, 'get'>, about: Pick<ShiftDoc, 'community' | 'kind' | 'team'>) {
  if (await mayLead(context, from, about)) return
  throw refuse(
    'shifts.not_yours',
    about.team ? '这个队不是您带的，请它的队长来排' : '这种班不归您排，请找社区',
    about.team ? 'team' : 'kind',
  )
}

/** Grid workers of a community on a day, by account. */
export async function workersOf(store: Store, community: string, today: string): Promise<{ account: string; name: string }[]> {
  const ids = accountsOf(await heldBelow(store, community, 'grid', today))
  const accounts = await Promise.all(ids.map(id => store.get<Account>('accounts', id)))
  return accounts.flatMap(one => (one ? [{ account: one._id, name: one.name }] : []))
}

async function worker(store: Store, community: string, account: string, today: string) {
  const found = (await workersOf(store, community, today)).find(one => one.account === account)
  if (!found) throw refuse('shifts.no_such_worker', '没有这位网格员，请重新选一位', 'with')
  return found
}

/** What a shift's document says of its form. What belongs to another kind is left out. */
export function fieldsOf(form: ShiftForm, companion: ShiftDoc['with']) {
  const { kind, title, place, day, team, note, kitchen, meal, opens, withdraw } = form
  const from = momentAt(day, form.from)
  const inKitchen = kind === 'kitchen'
  const bare = ({ route: _, ...role }: RoleForm): RoleForm => role
  return {
    ...{ kind, title: title.trim(), place, day, from, to: momentAt(day, form.to), note: note.trim() },
    roles: inKitchen && kitchen ? form.roles : form.roles.map(bare),
    withdrawUntil: from - withdraw * HOUR,
    ...(team ? { team } : {}),
    ...(inKitchen && kitchen ? { kitchen } : {}),
    ...(inKitchen && meal ? { meal } : {}),
    ...(opens === undefined ? {} : { opensAt: from - opens * HOUR }),
    ...(companion ? { with: companion } : {}),
  }
}

/** The form a shift was made of, for whoever edits it. */
export function formOf(shift: ShiftDoc): ShiftForm {
  const { kind, title, place, day, from, to, roles, team, note, kitchen, meal, opensAt, withdrawUntil } = shift
  return {
    ...{ kind, title, place, day, from: clockOf(from), to: clockOf(to), roles, note },
    withdraw: Math.round((from - withdrawUntil) / HOUR),
    ...(team ? { team } : {}),
    ...(kitchen ? { kitchen } : {}),
    ...(meal ? { meal } : {}),
    ...(shift.with ? { with: shift.with.account } : {}),
    ...(opensAt === undefined ? {} : { opens: Math.round((from - opensAt) / HOUR) }),
  }
}
