/** The households of a place, page after page. */
import type { InputOf } from '@domain'
import type { HouseholdCard } from '@domain/people/contract'
import { useEffect, useState } from 'react'
import { type Called, call, sentence, useCall } from '@/platform'
import { toast } from '@/ui'

export interface Households {
  from: Called<{ items: HouseholdCard[]; after?: string }>
  items: HouseholdCard[]
  /** Fetches what comes next; absent when this is all. */
  more?: () => Promise<void>
}

/** The first page is read like any answer (kept on the phone); the rest is fetched as it is asked for. */
export function useHouseholds(input: InputOf<'people.households'> | null): Households {
  const from = useCall('people.households', input, input ? { keep: `households/${input.division}/${input.tag ?? ''}` } : {})
  const [rest, setRest] = useState<{ items: HouseholdCard[]; after?: string }>({ items: [] })
  const first = from.data
  useEffect(() => setRest({ items: [], after: first?.after }), [first])
  const { after } = rest
  const more = async () => {
    if (!input) return
    try {
      const page = await call('people.households', { ...input, after })
      setRest(was => ({ items: [...was.items, ...page.items], after: page.after }))
    } catch (problem) {
      toast(sentence(problem), { tone: 'bad' })
    }
  }
  return { from, items: [...(first?.items ?? []), ...rest.items], ...(after ? { more } : {}) }
}
