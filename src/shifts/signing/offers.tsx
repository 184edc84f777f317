import type { Mine, Swap } from '@domain/shifts/contract/signing'
import { Box, Button, Buttons, Card, dayOf } from '@/ui'
import { useAct } from './act'
import { dayWords, hours, timeLeft, whenWhere } from './say'

/** A seat that is kept: come or not, and how long there is. */
export function Offer({ it: { shift, mine }, now, onDone }: { it: Mine; now: number; onDone: () => void }) {
  const act = useAct(onDone)
  const answer = (take: boolean) => act('shifts.answer_offer', { shift: shift.id, take }, take ? '定了，到时候见' : '好，让给下一位')
  return (
    <Card title={`轮到您了：${shift.title}`} note={`${whenWhere(shift, now)}。${mine.until ? timeLeft(mine.until, now) : ''}`} edge="warn">
      <Buttons>
        <Button onTap={() => answer(false)}>这次不去</Button>
        <Button kind="primary" onTap={() => answer(true)}>
          我来
        </Button>
      </Buttons>
    </Card>
  )
}

const sideWords = ({ from, to, title }: { from: number; to: number; title: string }, now: number) =>
  `${dayWords(dayOf(from), now)} ${hours({ from, to })} ${title}`

/** Somebody asks to swap with the caller. */
export function Asked({ swap, now, onDone }: { swap: Swap; now: number; onDone: () => void }) {
  const act = useAct(onDone)
  const answer = (yes: boolean) => act('shifts.swap_answer', { swap: swap.id, yes }, yes ? '换好了' : '回了，您的班没变')
  return (
    <Card title={swap.theirs ? `${swap.name}想和您换班` : `${swap.name}想请您去`} edge="warn">
      <Box className="k-text">{`您去：${sideWords(swap.gives, now)}，做${swap.gives.roleName}，${swap.gives.place}`}</Box>
      {swap.theirs ? <Box className="k-text">{`${swap.name}去：${sideWords(swap.theirs, now)}`}</Box> : null}
      {swap.words ? <Box className="k-note">{swap.words}</Box> : null}
      <Buttons>
        <Button onTap={() => answer(false)}>换不了</Button>
        <Button kind="primary" onTap={() => answer(true)}>
          {swap.theirs ? '换' : '我去'}
        </Button>
      </Buttons>
    </Card>
  )
}

/** What one asked oneself, and taking it back. */
export function AskedBy({ swap, now, onDone }: { swap: Swap; now: number; onDone: () => void }) {
  const act = useAct(onDone)
  return (
    <Card title={`等${swap.name}答换班`} note={`${timeLeft(swap.until, now)}，答之前您的班不变`}>
      <Button kind="quiet" onTap={() => act('shifts.swap_cancel', { swap: swap.id }, '收回了')}>
        收回
      </Button>
    </Card>
  )
}
