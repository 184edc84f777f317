/** Gives back the seats of somebody who rests or has left, one transaction a shift: the queue of each moves up. */
import type { Later } from '../../_kit/react'
import type { ShiftDoc, SignupDoc } from '../docs'
import { leave } from '../seat'
import { LIVE } from '../signup'
import { takenFrom } from './show'

/** Facts: { account, from, until (ms), why, at, by }. What has been given back already is left alone: it may be drained twice. */
export const giveBack: Later = async (kit, facts) => {
  const { account, why, by } = facts as { account: string; why: string; by: string }
  const taken = await takenFrom(kit.store, account, Number(facts.from), Number(facts.until))
  for (const { shift: id } of taken)
    await kit.write(async tx => {
      const [shift, signup] = [await tx.get<ShiftDoc>('shifts', id), await tx.get<SignupDoc>('signups', `${id}|${account}`)]
      if (shift && signup && LIVE.includes(signup.state) && !signup.came) await leave(tx, shift, signup, 'off', { at: kit.now, by, why })
    })
}
