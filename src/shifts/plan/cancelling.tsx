import type { ShiftCard } from '@domain/shifts/contract'
import { useState } from 'react'
import { useDeed } from '@/platform'
import { Box, Button, Choice, Field, Sheet, toast } from '@/ui'

interface CancelSheetProps {
  card: ShiftCard
  /** How many are in it or wait for it. */
  people: number
  onDone: () => void
  onClose: () => void
}
const REASONS = ['天气不好', '人不够', '场地用不了', '改日子了', '别的原因'] as const
const OTHER = REASONS[4]

/** A shift that does not take place: why, and who will hear of it. */
export function CancelSheet({ card, people, onDone, onClose }: CancelSheetProps) {
  const deed = useDeed()
  const [reason, setReason] = useState<(typeof REASONS)[number]>()
  const [words, setWords] = useState('')
  const [problem, setProblem] = useState('')
  const why = reason === OTHER ? words.trim() : (reason ?? '')
  const cancel = async () => {
    if (!why) return setProblem('说一下为什么，来的人会看到')
    const did = await deed('shifts.cancel_shift', { shift: card.id, why })
    if (!did) return
    if ('problem' in did) return setProblem(did.problem)
    toast(people > 0 ? `取消了，会告诉这 ${people} 个人` : '取消了')
    onClose()
    onDone()
  }
  const actions = (
    <Button kind="danger" big onTap={cancel}>
      {people > 0 ? `取消，告诉这 ${people} 个人` : '取消这个班'}
    </Button>
  )
  return (
    <Sheet title={`取消${card.title}`} onClose={onClose} actions={actions}>
      <Box className="k-stack">
        <Choice
          label="为什么取消"
          options={REASONS.map(value => ({ value, label: value }))}
          value={reason}
          error={problem && reason !== OTHER ? problem : undefined}
          onChange={setReason}
        />
        {reason === OTHER ? <Field label="是什么原因" value={words} max={100} error={problem || undefined} onChange={setWords} /> : null}
      </Box>
    </Sheet>
  )
}
