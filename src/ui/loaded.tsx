import type { ReactNode } from 'react'
import type { Called } from '@/platform/hooks'
import { Box } from './base'
import { Button } from './button'
import { Empty } from './empty'
import { Skeleton } from './skeleton'

export interface LoadedProps<T> {
  /** What `useCall` answers. */
  from: Called<T>
  /** The shape of the skeleton. */
  shape?: 'cards' | 'rows' | 'figures' | 'form'
  /** What stands there when there is nothing: an `Empty`. */
  empty?: ReactNode
  /** Whether the answer is nothing; an empty array, or `items` that is one, when absent. */
  isEmpty?: (data: T) => boolean
  children: (data: T) => ReactNode
}

const nothing = (data: unknown) => (Array.isArray(data) ? data : (data as { items?: unknown[] } | null)?.items)?.length === 0

/** The four states of an answer, designed once: skeleton, what is wrong with 再试一次, nothing yet, the thing itself (also an old one, under the strip of Page). */
export function Loaded<T>({ from, shape, empty, isEmpty = nothing, children }: LoadedProps<T>) {
  const { state, data, problem, retry } = from
  if (data !== undefined) return <>{empty && isEmpty(data) ? empty : children(data)}</>
  if (state === 'loading' || state === 'ready') return <Skeleton shape={shape} />
  const offline = state === 'offline'
  const words = offline ? '有信号了会自己打开，也可以点下面再试。' : undefined
  return (
    <Box aria={{ role: 'alert' }}>
      <Empty title={offline ? '现在没有信号' : (problem ?? '没有打开')} words={words} drawing={offline ? 'signal' : 'broken'}>
        <Button icon="refresh" onTap={retry}>
          再试一次
        </Button>
      </Empty>
    </Box>
  )
}
