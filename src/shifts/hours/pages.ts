/** A list that goes on: the first page as useCall keeps it, further ones on demand. */
import type { InputOf, Name, OutputOf } from '@domain'
import { useEffect, useState } from 'react'
import { type Called, call, sentence, useCall } from '@/platform'
import { toast } from '@/ui'

type Listing = Extract<Name, 'shifts.hours' | 'shifts.certificates'>
type ItemOf<N extends Listing> = OutputOf<N>['items'][number]
export interface Going<N extends Listing> {
  from: Called<OutputOf<N>>
  items: ItemOf<N>[]
  /** Fetches the next page; absent when there is none. */
  further?: () => Promise<void>
}

export function useGoing<N extends Listing>(name: N, input: InputOf<N>): Going<N> {
  const from = useCall(name, input)
  const [more, setMore] = useState<{ items: ItemOf<N>[]; after?: string }>()
  // a fresh first page begins anew
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page itself is what it depends on
  useEffect(() => setMore(undefined), [from.data])
  const after = more ? more.after : from.data?.after
  const further = async () => {
    try {
      const page = (await call(name, { ...input, after } as InputOf<N>)) as { items: ItemOf<N>[]; after?: string }
      setMore(was => ({ items: [...(was?.items ?? []), ...page.items], after: page.after }))
    } catch (failed) {
      toast(sentence(failed), { tone: 'bad' })
    }
  }
  const first = (from.data?.items ?? []) as ItemOf<N>[]
  return { from, items: [...first, ...(more?.items ?? [])], ...(after ? { further } : {}) }
}
