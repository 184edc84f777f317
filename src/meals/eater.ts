/** For whom one orders: asked for by the link, else whom this person chose last on this phone, else themselves. */
import type { OutputOf } from '@domain'
import { useEffect, useState } from 'react'
import { type Called, personal, useCall, useMe, useQuery } from '@/platform'
import { kinOf } from './words'

export type Ward = OutputOf<'meals.wards'>[number]
export interface Eating {
  /** '' until it is known. */
  eater: string
  /** Whom one may order for as a private person. */
  wards: Ward[]
  /** How they are called by whoever is ordering: 爸爸; '' for oneself, and for somebody ordered for as staff until their table is here. */
  who: string
  /** Somebody ordered for by staff: neither oneself nor family. */
  staff: boolean
  /** There is nobody this person may order for. */
  nobody: boolean
  from: Called<Ward[]>
  choose: (eater: string) => void
}
const REMEMBERED = 'meals/eater'

/** 爸爸; 爸爸（王大爷） when two would be called the same. */
export function nameOf(ward: Ward, wards: readonly Ward[]): string {
  if (ward.self) return '自己'
  const kin = kinOf(ward.relation, ward.call)
  const same = wards.filter(one => !one.self && kinOf(one.relation, one.call) === kin).length > 1
  return same && kin !== ward.call ? `${kin}（${ward.call}）` : kin
}

export function useEater(): Eating {
  const me = useMe()
  // chosen on this page, over whom the link named
  const [picked, pick] = useState<string>()
  const linked = useQuery().eater
  const asked = picked ?? linked
  const from = useCall('meals.wards', {}, { keep: 'meals/wards' })
  const [chosen, setChosen] = useState<string | null>()
  useEffect(() => {
    if (!me.id) return
    let alive = true
    const remember = (eater: string | null) => alive && setChosen(was => was ?? eater)
    void personal(me.id)
      .get<string>(REMEMBERED)
      .then(remember, () => remember(null))
    return () => {
      alive = false
    }
  }, [me.id])
  const wards = from.data ?? []
  const own = wards.find(one => one.eater === chosen) ?? wards[0]
  const ward = asked ? wards.find(one => one.eater === asked) : own
  const ready = Boolean(from.data || from.state === 'error' || from.state === 'offline')
  const eater = asked ?? (chosen === undefined ? '' : (own?.eater ?? ''))
  const choose = (next: string) => {
    setChosen(next)
    pick(next)
    void personal(me.id)
      .set(REMEMBERED, next)
      .catch(() => {})
  }
  const nobody = Boolean(!asked && from.data && wards.length === 0)
  return { eater, wards, from, choose, nobody, staff: Boolean(asked && ready && !ward), who: ward && !ward.self ? nameOf(ward, wards) : '' }
}
