/** Registering in elder mode: one question a screen, the next one with one tap. */
import type { OutputOf } from '@domain'
import { sayTimes } from '@domain/shifts/standing'
import { SKILL_WORDS } from '@domain/shifts/words'
import { type ComponentType, useState } from 'react'
import { back } from '@/platform'
import { Button, Page, Row, Rows, Wrong } from '@/ui'
import { type AskProps, BornAsk, ContactAsk, NameAsk, PlaceAsk, SkillsPick, TimesPick } from './asks'
import { missing, missingContact } from './form'

type Known = OutputOf<'shifts.my_profile'>['known']
interface Step {
  heading: string
  Show: ComponentType<AskProps>
  /** Why one cannot go on yet. */
  lacks?: (props: AskProps) => string | undefined
}

const SkillsStep = ({ form, set }: AskProps) => <SkillsPick bare values={form.skills} onChange={skills => set({ skills })} />
const TimesStep = ({ form, set }: AskProps) => <TimesPick bare values={form.times} onChange={times => set({ times })} />

const stepsFor = (known: Known): Step[] => [
  { heading: '先认识一下', Show: NameAsk, lacks: ({ form }) => (form.name.trim() ? undefined : '写一下怎么称呼您') },
  ...(known.born
    ? []
    : [{ heading: '您多大岁数', Show: BornAsk, lacks: ({ form }: AskProps) => (form.born ? undefined : '填一下出生年月日') }]),
  ...(known.community
    ? []
    : [{ heading: '您在哪个社区', Show: PlaceAsk, lacks: ({ form }: AskProps) => (form.community ? undefined : '点一下您的社区') }]),
  { heading: '您会做什么', Show: SkillsStep },
  { heading: '什么时候有空', Show: TimesStep },
  { heading: '急事找谁', Show: ContactAsk, lacks: ({ form }) => missingContact(form) },
]

export function Steps({ known, form, set, onSave, problem }: AskProps & { known: Known; onSave: () => unknown; problem?: string }) {
  const steps = stepsFor(known)
  const [at, setAt] = useState(0)
  const [lacks, setLacks] = useState<string>()
  const step = steps[at]
  const next = () => {
    const why = step?.lacks?.({ form, set })
    setLacks(why)
    if (!why) setAt(at + 1)
  }
  const earlier = () => (at === 0 ? back() : setAt(at - 1))
  if (!step)
    return (
      <Page
        title="当志愿者"
        heading="看看对不对"
        onBack={earlier}
        footer={
          <>
            {(problem ?? missing(form, known.born)) ? <Wrong>{problem ?? missing(form, known.born) ?? ''}</Wrong> : null}
            <Button big kind="primary" onTap={onSave}>
              {known.given ? '登记好' : '登记，请社区点头'}
            </Button>
          </>
        }
      >
        <Rows>
          <Row title={form.name} note={form.communityName} />
          <Row title="会做" note={form.skills.map(one => SKILL_WORDS[one]).join('、') || '先不说'} />
          <Row title="有空" note={sayTimes(form.times)} />
          <Row title="急事找" note={form.contact ? `${form.relation} ${form.contact}` : '先不说'} />
        </Rows>
      </Page>
    )
  return (
    <Page
      title={`当志愿者 ${at + 1}/${steps.length}`}
      heading={step.heading}
      onBack={earlier}
      footer={
        <>
          {lacks ? <Wrong>{lacks}</Wrong> : null}
          <Button big kind="primary" onTap={next}>
            下一步
          </Button>
        </>
      }
    >
      <step.Show form={form} set={set} />
    </Page>
  )
}
