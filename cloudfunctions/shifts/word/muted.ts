/** What a volunteer does not want to hear, where shortage calls are made. */
import type { Reaction } from '../../_kit/react'

/** Facts: { account, mute }. Who is no volunteer (yet) has nothing to be kept. */
export const muted: Reaction = async (tx, facts) => {
  const { account, mute } = facts as { account: string; mute: string[] }
  await tx.update('volunteers', account, { set: { mute } })
}
