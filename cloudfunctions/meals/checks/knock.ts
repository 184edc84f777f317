/** A grid worker or somebody of the community knocked: that is the rung 'knock' of whoever is looked for behind that door. */
import { knockSaid, resultOf } from '@domain/meals/knock'
import type { WriteTx } from '../../_kit/context'
import type { Facts, Later, Reaction } from '../../_kit/react'
import { climb } from './climb'
import { reopen } from './close'
import type { CheckDoc, CheckDoorDoc, StepDoc } from './docs'
import { BEFORE, wasSeenSince } from './seen'
import { take, withStep } from './step'

/** The facts of visits.logged and visits.corrected. */
interface Logged {
  visit: string
  household: string
  at: number
  by: string
  account: string
  outcome: string
  wellbeing?: string
  needs: { category: string; urgent: boolean }[]
  words: string
}

function stepOf(knock: Logged): StepDoc {
  const { visit, at, by, account, words } = knock
  const said = knockSaid(knock)
  return { rung: 'knock', at, by, account, result: resultOf(knock), words, visit, ...(said ? { said } : {}) }
}

/** The checks of a household, by id. */
async function checksAt(tx: WriteTx, household: string): Promise<CheckDoc[]> {
  const door = await tx.get<CheckDoorDoc>('check_doors', household)
  const all = await Promise.all((door?.checks ?? []).map(id => tx.get<CheckDoc>('checks', id)))
  return all.filter(one => one !== null)
}

/** A knock from well before the meal was missed, brought up late, says nothing about it. */
const concerns = (check: CheckDoc, knock: Logged) =>
  check.open && knock.at >= check.since - BEFORE && !check.steps.some(one => one.visit === knock.visit)

/** A knock from before another meal was missed is written down; that they were well then ends nothing. */
const hear = (tx: WriteTx, check: CheckDoc, step: StepDoc, now: number) =>
  wasSeenSince(check, step.at) ? take(tx, check, step, now) : climb(tx, withStep(check, step), now)

/** Facts: of visits.logged. The first check at once; others behind the same door a moment later, since a reaction writes little. */
export const knocked: Reaction = async (tx, facts, { now }) => {
  const knock = facts as unknown as Logged
  const [first, ...others] = (await checksAt(tx, knock.household)).filter(check => concerns(check, knock))
  if (!first) return
  await hear(tx, first, stepOf(knock), now)
  if (others.length > 0) await tx.happened('meals.knocked_too', facts)
}

/** Facts: of visits.logged. */
export const knockedToo: Later = async (kit, facts) =>
  each(kit, facts, concerns, (tx, check, knock) => hear(tx, check, stepOf(knock), kit.now))

/** Whether a corrected knock had a say in a check. */
const hadSay = (check: CheckDoc, { visit }: Logged) => check.steps.some(one => one.visit === visit)

/** Facts: of visits.corrected. A check that a mistaken "met and well" had ended goes on; one that is open hears the new words. */
export const knockCorrected: Later = async (kit, facts) =>
  each(kit, facts, hadSay, async (tx, check, knock) => {
    const step = stepOf(knock)
    const after = withStep(check, step)
    if (check.open) await hear(tx, check, step, kit.now)
    else if (check.closed?.visit === knock.visit && step.result !== 'well') await reopen(tx, after, kit.now)
    else await tx.put('checks', { ...check, steps: after.steps, version: check.version + 1 })
  })

async function each(
  kit: Parameters<Later>[0],
  facts: Facts,
  wanted: (check: CheckDoc, knock: Logged) => boolean,
  work: (tx: WriteTx, check: CheckDoc, knock: Logged) => Promise<unknown>,
) {
  const knock = facts as unknown as Logged
  const door = await kit.store.get<CheckDoorDoc>('check_doors', knock.household)
  for (const id of door?.checks ?? [])
    await kit.write(async tx => {
      const check = await tx.get<CheckDoc>('checks', id)
      if (check && wanted(check, knock)) await work(tx, check, knock)
    })
}
