import type { ReactNode } from 'react'
import type { Called } from '@/platform'
import { Empty, Loaded, Skeleton } from '@/ui'
import type { Cooking } from '../kitchens/use'

interface AtKitchenProps<T> {
  /** Which kitchen the page is about, as far as it is known. */
  at: Pick<Cooking, 'from' | 'kitchen' | 'cooks'>
  from: Called<T>
  shape?: 'cards' | 'rows' | 'form'
  empty?: ReactNode
  isEmpty?: (data: T) => boolean
  children: (data: T) => ReactNode
}

/** What a kitchen answers: first it has to be known which one, then there may be none. */
export function AtKitchen<T>({ at, from, shape, empty, isEmpty, children }: AtKitchenProps<T>) {
  if (at.kitchen)
    return (
      <Loaded from={from} shape={shape} empty={empty} isEmpty={isEmpty}>
        {children}
      </Loaded>
    )
  if (at.from.data === undefined)
    return (
      <Loaded from={at.from} shape={shape}>
        {() => null}
      </Loaded>
    )
  return at.cooks.length > 0 ? <Skeleton shape={shape} /> : <Empty title="这里还没有厨房" words="请社区先开一个厨房，再来看这里。" />
}
