/** A shift in three taps: add, which one, which day. Everything else is as it was saved. */
import type { OutputOf } from '@domain'
import { KIND_WORDS } from '@domain/shifts/words'
import { useState } from 'react'
import { useCall, useDeed, useMe } from '@/platform'
import { Box, Button, Callout, Loaded, plusDays, Row, Rows, Sheet, sayDay, sayNear, toast, useElder } from '@/ui'
import { toEdit } from '../ways'
import { onDay } from './blank'
import { rolesSaid } from './words'

type Template = OutputOf<'shifts.templates'>[number]
interface QuickProps {
  community: string
  onDone: () => void
  onClose: () => void
}

export function QuickAdd(props: QuickProps) {
  const [template, setTemplate] = useState<Template>()
  const found = useCall('shifts.templates', { community: props.community }, { keep: 'shifts/templates' })
  if (template) return <WhichDay {...props} template={template} onBack={() => setTemplate(undefined)} />
  const blank = () => {
    props.onClose()
    return toEdit()
  }
  return (
    <Sheet title="加哪个班" onClose={props.onClose}>
      <Loaded from={found} shape="rows">
        {templates => (
          <Rows>
            {templates.map(one => (
              <Row
                key={one.id}
                title={one.form.title}
                note={`${KIND_WORDS[one.form.kind]}，${one.form.from} 到 ${one.form.to}，${rolesSaid(one.form.roles)}`}
                onTap={() => setTemplate(one)}
              />
            ))}
            <Row icon="edit" title="别的班，从头写" onTap={blank} />
          </Rows>
        )}
      </Loaded>
    </Sheet>
  )
}

function WhichDay({ template: { id, form }, community, onDone, onClose, onBack }: QuickProps & { template: Template; onBack: () => void }) {
  const { day: today } = useMe()
  const deed = useDeed()
  const elder = useElder()
  const [problem, setProblem] = useState('')
  const add = async (day: string) => {
    const did = await deed('shifts.add_shift', { community, form: onDay(form, day) })
    if (did && 'problem' in did) return setProblem(did.problem)
    if (!did) return
    toast(`排好了：${sayDay(day, today)} ${form.title}`)
    onDone()
  }
  const days = Array.from({ length: elder ? 5 : 8 }, (_, n) => plusDays(today, n))
  return (
    <Sheet title={`${form.title}，排在哪天`} onClose={onClose}>
      <Box className="k-stack">
        {problem ? (
          <Callout tone="bad" icon="alert" alert>
            {problem}
          </Callout>
        ) : null}
        <Box className="k-note">{`${form.from} 到 ${form.to}，${form.place.name}，${rolesSaid(form.roles)}。点哪天就排在哪天。`}</Box>
        {days.map(day => (
          <Button key={day} big onTap={() => add(day)}>
            {`${sayNear(day, today)}，${sayDay(day, today)}`}
          </Button>
        ))}
        <Button
          kind="quiet"
          onTap={() => {
            onClose()
            return toEdit(undefined, { template: id })
          }}
        >
          改一改再排，或排在别的日子
        </Button>
        <Button kind="quiet" icon="left" onTap={onBack}>
          换一个班
        </Button>
      </Box>
    </Sheet>
  )
}
