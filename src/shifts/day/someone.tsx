/** Everything a lead can say of one person: when they came and left, why they did not, that it was a slip of the thumb. */
import { clockOf } from '@domain/shifts/clash'
import type { RollMark } from '@domain/shifts/contract/day'
import { useState } from 'react'
import { Box, Button, Choice, Sheet } from '@/ui'
import { isUnsure, type SeenRow } from './rolled'
import type { Roll } from './rolling'

const STEP = 15 * 60_000
const OPENS = 45 * 60_000
const WHY = ['身体不舒服', '家里有事', '提前说过'] as const

interface SomeoneProps {
  roll: Roll
  row: SeenRow
  now: number
  onSay: (mark: RollMark) => Promise<void>
  onClose: () => void
}

/** Quarters of an hour, from the first to the last. */
export const quarters = (from: number, to: number) =>
  Array.from({ length: Math.max(0, Math.floor((to - from) / STEP) + 1) }, (_, n) => from + n * STEP)

export function Someone({ roll, row, now, onSay, onClose }: SomeoneProps) {
  const [what, setWhat] = useState<'choose' | 'came' | 'went' | 'absent'>('choose')
  const say = async (mark: RollMark) => {
    await onSay(mark)
    onClose()
  }
  const paper = now > roll.to ? { paper: true } : {}
  const there = row.came !== undefined && !row.absent
  return (
    <Sheet title={row.name} onClose={onClose}>
      <Box className="k-stack">
        <Box className="k-text">{`${row.roleName}。${row.words}`}</Box>
        {row.absent?.said ? <Box className="k-text">{`本人说：${row.absent.said}`}</Box> : null}
        {what === 'choose' ? (
          <>
            {isUnsure(row) ? (
              <Button kind="primary" onTap={() => say({ as: 'sure' })}>
                就是这个时间，确认
              </Button>
            ) : null}
            {row.absent && !row.absent.excused ? (
              <Button kind="soft" onTap={() => say({ as: 'absent', why: row.absent?.said ?? '', excused: true })}>
                有原因，不算缺席
              </Button>
            ) : null}
            <Button onTap={() => setWhat('came')}>{there ? '改到的时间' : '到了，不是刚刚'}</Button>
            {there ? <Button onTap={() => setWhat('went')}>{row.went ? '改走的时间' : '提前走了'}</Button> : null}
            {row.absent ? null : <Button onTap={() => setWhat('absent')}>没来</Button>}
            {there || row.absent ? (
              <Button kind="quiet" onTap={() => say({ as: 'nothing' })}>
                点错了，重新点
              </Button>
            ) : null}
          </>
        ) : null}
        {what === 'came' ? (
          <Times
            label="几点到的"
            times={quarters(roll.from - (now < roll.from ? OPENS : 0), Math.min(now, roll.to))}
            onChoose={came => say({ as: 'came', came, ...(now > roll.to && !row.went ? { went: roll.to } : {}), ...paper })}
          />
        ) : null}
        {what === 'went' ? (
          <Times
            label="几点走的"
            times={quarters(roll.from + STEP, Math.min(now, roll.to)).filter(at => at > (row.came?.at ?? 0))}
            onChoose={went => say({ as: 'went', went, ...paper })}
          />
        ) : null}
        {what === 'absent' ? <Absent onSay={say} /> : null}
      </Box>
    </Sheet>
  )
}

function Times({ label, times, onChoose }: { label: string; times: number[]; onChoose: (at: number) => unknown }) {
  if (times.length === 0) return <Box className="k-note">还没到能选的时间。</Box>
  const options = times.map(at => ({ value: String(at), label: clockOf(at) }))
  return <Choice label={label} columns={3} options={options} value={null} onChange={value => void onChoose(Number(value))} />
}

const Absent = ({ onSay }: { onSay: (mark: RollMark) => unknown }) => (
  <>
    <Box className="k-label k-label-question">没来，有原因吗</Box>
    {WHY.map(why => (
      <Button key={why} onTap={() => onSay({ as: 'absent', why, excused: true })}>
        {why}
      </Button>
    ))}
    <Button kind="danger" onTap={() => onSay({ as: 'absent', why: '', excused: false })}>
      没说原因
    </Button>
  </>
)
