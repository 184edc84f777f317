/** What is chosen, priced by the server as of its day: asked a moment after the last tap. */
import type { Priced } from '@domain/meals/contract'
import type { OrderForm } from '@domain/meals/contract/orders'
import { useEffect, useState } from 'react'
import { call, Offline } from '@/platform'
import { keyOf } from './slots'

const PAUSE = 300
export interface Quotes {
  /** By slot; absent while it is asked for. */
  prices: { [slot: string]: Priced }
  offline: boolean
}

export function useQuotes(eater: string, forms: readonly OrderForm[]): Quotes {
  const [quotes, setQuotes] = useState<Quotes>({ prices: {}, offline: false })
  const about = JSON.stringify(forms)
  useEffect(() => {
    const asked = JSON.parse(about) as OrderForm[]
    if (!asked.length) return setQuotes({ prices: {}, offline: false })
    let alive = true
    const ask = async () => {
      const answers = await Promise.all(
        asked.map(form =>
          call('meals.quote', { eater, form }).then(
            ({ price }) => ({ key: keyOf(form), price }),
            (thrown: unknown) => ({ key: keyOf(form), lost: thrown instanceof Offline, price: undefined }),
          ),
        ),
      )
      if (!alive) return
      const known = answers.flatMap(({ key, price }) => (price ? [[key, price] as const] : []))
      setQuotes({ prices: Object.fromEntries(known), offline: answers.some(one => 'lost' in one && one.lost) })
    }
    const timer = setTimeout(ask, PAUSE)
    return () => {
      alive = false
      clearTimeout(timer)
    }
  }, [eater, about])
  return quotes
}
