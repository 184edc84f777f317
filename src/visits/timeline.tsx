/** The visits of a household, newest first; where one was corrected, both versions. */
import type { Visit } from '@domain/visits/contract'
import { needWords, OUTCOMES, WELLBEINGS } from '@domain/visits/words'
import { useState } from 'react'
import { Box, Button, Card, clock, dayOf, sayDay, Tag, Words } from '@/ui'
import { Picture } from './photos'
import { toCorrect } from './ways'

type Form = Visit['form']
const TONES = { met: 'ok', absent: 'warn', refused: 'warn', moved: 'plain', vacant: 'plain' } as const

/** What was found, in lines. */
function linesOf({ wellbeing, needs, note, policies, with: others, tags, place }: Form): string[] {
  return [
    wellbeing ? `看着${WELLBEINGS[wellbeing]}` : '',
    needs.length ? `要帮的：${needWords(needs)}` : '',
    note,
    policies.length ? `讲了${policies.join('、')}` : '',
    others.length ? `和${others.join('、')}一起去的` : '',
    tags.length ? `提了 ${tags.length} 条标签` : '',
    place ? `记了地点，误差约 ${Math.round(place.accuracy)} 米` : '',
  ].filter(Boolean)
}

const Lines = ({ form }: { form: Form }) => (
  <>
    {linesOf(form).map(line => (
      <Box key={line} className="k-text">
        {line}
      </Box>
    ))}
  </>
)

export function VisitCard({ visit }: { visit: Visit }) {
  const { form } = visit
  const wrote = [visit.by, visit.fromFormerGrid ? '来敲门时这一户还在原来的网格' : ''].filter(Boolean).join('；')
  return (
    <Card
      title={`${sayDay(visit.on)} ${clock(visit.at)}`}
      aside={<Tag tone={form.wellbeing === 'worrying' ? 'bad' : TONES[form.outcome]}>{OUTCOMES[form.outcome]}</Tag>}
      note={wrote}
    >
      <Lines form={form} />
      {form.photos.length ? (
        <Box className="v-photos">
          {form.photos.map((id, n) => (
            <Picture key={id} id={id} label={`第 ${n + 1} 张照片`} />
          ))}
        </Box>
      ) : null}
      <Earlier visit={visit} />
      {visit.correctable ? (
        <Button kind="quiet" icon="edit" onTap={() => toCorrect(visit.household, visit.id)}>
          记错了，改一下
        </Button>
      ) : null}
    </Card>
  )
}

function Earlier({ visit }: { visit: Visit }) {
  const [open, setOpen] = useState(false)
  if (!visit.earlier.length) return null
  if (!open) return <Button kind="quiet" icon="history" onTap={() => setOpen(true)}>{`改过 ${visit.earlier.length} 次，看原来记的`}</Button>
  return (
    <Box className="k-stack">
      {visit.earlier.map(({ at, by, reason, form }) => (
        <Box key={at} className="v-earlier">
          <Words className="k-note">{`原来记的：${OUTCOMES[form.outcome]}`}</Words>
          <Lines form={form} />
          <Box className="k-note">{`${by} ${sayDay(dayOf(at))} ${clock(at)} 改：${reason}`}</Box>
        </Box>
      ))}
    </Box>
  )
}
