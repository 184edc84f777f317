/** How a meal was: one tap; what was wrong, if one likes to say. */

import type { RatingForm, Reason, Stars } from '@domain/meals/contract/table'
import { REASON_WORDS, STARS } from '@domain/meals/rating'
import { useState } from 'react'
import { useDeed } from '@/platform'
import { Box, Button, Choice, Choices, Field, Sheet, toast } from '@/ui'

const REASONS = Object.entries(REASON_WORDS).map(([value, label]) => ({ value: value as Reason, label }))
interface RateProps {
  eater: string
  order: string
  rated?: Stars
  onRated: () => void
}

export function Rate({ eater, order, rated, onRated }: RateProps) {
  const [stars, setStars] = useState(rated)
  const [why, setWhy] = useState(false)
  const deed = useDeed()
  const say = async (form: RatingForm) => {
    const did = await deed('meals.rate', { eater, order, form })
    if (did?.ok) toast('记下了，厨房看得到')
    else if (did) toast(did.problem, { tone: 'bad' })
    return Boolean(did?.ok)
  }
  const tap = async (next: Stars) => {
    const was = stars
    setStars(next)
    if (!(await say({ stars: next, reasons: [] }))) return setStars(was)
    // the list is not read anew yet: that would take away what is being said, or the next tap of whoever changes their mind
    if (next !== 'good') setWhy(true)
  }
  const close = () => {
    setWhy(false)
    onRated()
  }
  return (
    <Box className="m-rate">
      <Choice label="好吃吗" columns={3} options={STARS} value={stars} onChange={tap} />
      {why && stars ? (
        <Why
          stars={stars}
          onClose={close}
          onSay={async form => {
            if (await say(form)) close()
          }}
        />
      ) : null}
    </Box>
  )
}

interface WhyProps {
  stars: Stars
  onClose: () => void
  onSay: (form: RatingForm) => Promise<void>
}
function Why({ stars, onClose, onSay }: WhyProps) {
  const [reasons, setReasons] = useState<Reason[]>([])
  const [note, setNote] = useState('')
  const done = () => onSay({ stars, reasons: reasons.slice(0, 5), ...(note.trim() ? { note: note.trim() } : {}) })
  return (
    <Sheet
      title="哪里不好"
      onClose={onClose}
      actions={
        <Button kind="primary" big onTap={done}>
          告诉厨房
        </Button>
      }
    >
      <Choices bare label="哪里不好" columns={3} options={REASONS} values={reasons} onChange={setReasons} />
      <Field label="还想说什么" need={false} kind="area" rows={2} max={200} value={note} onChange={setNote} />
    </Sheet>
  )
}
