/** The two questions that are asked afterwards: when did you leave, why did you not come. One tap answers each. */
import { clockOf } from '@domain/shifts/clash'
import { useState } from 'react'
import { Box, Button, Choice, Field, Sheet, sayDay, toast } from '@/ui'
import type { Seen } from './seen'
import { sayLeft, sayWhy } from './use'

const STEP = 15 * 60_000
const MOST = 8

/** Times somebody may have left at: the end, then earlier and earlier, never before they came. */
export function timesLeft({ from, to, came }: Pick<Seen, 'from' | 'to' | 'came'>): number[] {
  const first = Math.max(from, came?.at ?? from)
  return Array.from({ length: MOST }, (_, n) => to - n * STEP).filter(at => at >= first)
}

export function LeftSheet({ it, onClose }: { it: Seen; onClose: () => void }) {
  const [left, setLeft] = useState<string | null>(String(it.to))
  const options = timesLeft(it).map((at, n) => ({ value: String(at), label: clockOf(at), ...(n === 0 ? { note: '到点走的' } : {}) }))
  const say = async () => {
    await sayLeft(it, Number(left))
    toast('记下了，队长看一眼就算数')
    onClose()
  }
  return (
    <Sheet
      title="您是几点走的"
      onClose={onClose}
      actions={
        <Button kind="primary" big disabled={!left} onTap={say}>
          {left ? `${clockOf(Number(left))} 走的` : '先选一个'}
        </Button>
      }
    >
      <Box className="k-stack">
        <Box className="k-text">{`${sayDay(it.day)} ${clockOf(it.from)} 的${it.title}，没有签退。`}</Box>
        <Choice bare label="几点走的" columns={2} options={options} value={left} onChange={setLeft} />
      </Box>
    </Sheet>
  )
}

const WHY = ['身体不舒服', '家里有事', '记错日子了', '其实我去了'] as const

export function WhySheet({ it, moment, onClose }: { it: Seen; moment: () => number; onClose: () => void }) {
  const [why, setWhy] = useState('')
  const say = async (words: string) => {
    await sayWhy(it, words, moment())
    toast('记下了，队长会看')
    onClose()
  }
  return (
    <Sheet
      title="为什么没来"
      onClose={onClose}
      actions={
        <Button kind="primary" big disabled={!why.trim()} onTap={() => say(why.trim())}>
          就这么说
        </Button>
      }
    >
      <Box className="k-stack">
        <Box className="k-text">{`${sayDay(it.day)} ${clockOf(it.from)} 的${it.title}。点一个，或者写一句，队长会看。`}</Box>
        {WHY.map(words => (
          <Button key={words} onTap={() => say(words)}>
            {words}
          </Button>
        ))}
        <Field label="自己写" need={false} max={60} value={why} onChange={setWhy} />
      </Box>
    </Sheet>
  )
}
