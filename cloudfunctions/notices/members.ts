/** Tells somebody that they were given a role, or that one ends. */
import type { Reaction } from '../_kit/react'
import { notify } from './notify'

/** '2026-11-21' -> '11月21日' */
const spoken = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** Facts: { membership, account, since, until }. */
export const tellGiven: Reaction = async (tx, facts, { now }) => {
  const { membership, account, since, until } = facts as { [name: string]: string }
  const body = until ? `从${spoken(since)}到${spoken(until)}` : `从${spoken(since)}开始`
  await notify(tx, { now, id: `given.${membership}` }, { account, title: '给您安排了新的身份', body })
}

/** Facts: { membership, account, on }. */
export const tellEnded: Reaction = async (tx, facts, { now }) => {
  const { membership, account, on } = facts as { [name: string]: string }
  await notify(tx, { now, id: `ended.${membership}` }, { account, title: '您的一个身份要结束了', body: `到${spoken(on)}为止` })
}
