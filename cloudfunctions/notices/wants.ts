/** What somebody wants to hear, and by which way. */
import { MUTABLE, type Mutable, type Topic } from '@domain/notices/topics'
import type { Doc, Tx } from '../_kit/store/port'

export type WantsDoc = Doc & { account: string; mute: Mutable[]; sms: boolean }

/** Somebody who never said anything hears everything, and gets no text messages. */
export async function wantsOf(tx: Pick<Tx, 'get'>, account: string): Promise<WantsDoc> {
  return (await tx.get<WantsDoc>('wants', account)) ?? { _id: account, account, mute: [], sms: false }
}

export const isMuted = ({ mute }: WantsDoc, topic: Topic): boolean => MUTABLE.some(one => one === topic && mute.includes(one))
