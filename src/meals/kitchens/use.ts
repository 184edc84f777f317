/** Which kitchen a page of the kitchen is about: the link's, else the one this person chose last on this phone, else the first that cooks here. */
import type { Kitchen } from '@domain/meals/contract/kitchens'
import { useEffect, useMemo, useState } from 'react'
import { type Called, membership, personal, useCall, useMe, useQuery } from '@/platform'
import { useClock } from '../table'

const REMEMBERED = 'meals/kitchen'
const ROLES = ['kitchen', 'community', 'lead', 'volunteer', 'grid', 'street', 'district', 'city'] as const

export interface Cooking {
  from: Called<Kitchen[]>
  /** Every kitchen and point of the place, those that have ended too. */
  all: Kitchen[]
  /** Those that cook and are open, the place's own first. */
  cooks: Kitchen[]
  kitchen?: Kitchen
  /** The division the person stands in; undefined when they have no role at any kitchen. */
  division?: string
  choose: (kitchen: string) => void
}
export const isPoint = ({ kind }: Pick<Kitchen, 'kind'>) => kind === 'point' || kind === 'drop'

/** The kitchens of the person's place, and the one a page is about. */
export function useKitchen(): Cooking {
  const me = useMe()
  const asked = useQuery().kitchen
  const division = membership(me, ...ROLES)?.scope
  const from = useCall('meals.kitchens', division ? { division } : null, { keep: 'meals/kitchens' })
  const [chosen, setChosen] = useState<string | null>()
  useEffect(() => {
    if (!me.id) return
    let alive = true
    const remember = (kitchen: string | null) => alive && setChosen(was => was ?? kitchen)
    void personal(me.id)
      .get<string>(REMEMBERED)
      .then(remember, () => remember(null))
    return () => {
      alive = false
    }
  }, [me.id])
  const all = from.data ?? []
  const cooks = firstOwn(
    all.filter(one => !isPoint(one) && !one.ended),
    division ?? '',
  )
  const wanted = asked ?? chosen
  const kitchen = chosen === undefined && !asked ? undefined : (cooks.find(one => one.id === wanted) ?? cooks[0])
  const choose = (id: string) => {
    setChosen(id)
    void personal(me.id)
      .set(REMEMBERED, id)
      .catch(() => {})
  }
  return { from, all, cooks, kitchen, division, choose }
}

/** A neighbourhood's own kitchen first, then its canteens, then central ones; those of the place before those that only feed it. */
const ORDER: Kitchen['kind'][] = ['kitchen', 'canteen', 'central', 'point', 'drop']
const firstOwn = (kitchens: Kitchen[], division: string) => {
  const rank = ({ community, kind }: Kitchen) =>
    (community.startsWith(division) || division.startsWith(community) ? 0 : 10) + ORDER.indexOf(kind)
  return [...kitchens].sort((a, b) => rank(a) - rank(b))
}

/** The server's time (ms), moved on by the phone's own clock: a phone that goes wrong, or a demonstration at another hour, plans the right day. */
export function useServerTime(): number {
  const { now } = useMe()
  const clock = useClock()
  const ahead = useMemo(() => (now ? now - Date.now() : 0), [now])
  return clock + ahead
}
