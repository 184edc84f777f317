/** The form in 长辈版: one question a screen, the answer leads on, one can always go back. */
import { useState } from 'react'
import { Box, Button, Page } from '@/ui'
import { doneWords, type FormWork, Last, MorePart, Reason, Restored, SavedMark, Whom } from './bits'
import type { Filling } from './draft'
import { NeedDetails, NeedsPart, OutcomePart, QUESTIONS, WellbeingPart } from './parts'

type Step = 'outcome' | 'wellbeing' | 'needs' | 'rest'
const HEADINGS: Record<Step, string> = { ...QUESTIONS, rest: '还要记什么' }

/** The first question that has no answer yet: a form that was killed goes on there. */
const firstOpen = ({ outcome, wellbeing }: Filling): Step => {
  if (!outcome) return 'outcome'
  if (outcome !== 'met') return 'rest'
  return wellbeing ? 'needs' : 'wellbeing'
}
const before = (step: Step, { outcome }: Filling): Step =>
  ({ outcome: 'outcome', wellbeing: 'outcome', needs: 'wellbeing', rest: outcome === 'met' ? 'needs' : 'outcome' })[step] as Step

export function ElderForm({ subject, door, work }: FormWork) {
  const { draft, change, missing, save } = work
  const [step, setStep] = useState<Step>(() => (subject.about.kind === 'new' ? firstOpen(draft.value) : 'outcome'))
  const answered = (more: Partial<Filling>) => {
    change(more)
    if (step === 'outcome' || step === 'wellbeing') setStep(firstOpen({ ...draft.value, wellbeing: undefined, ...more }))
  }
  const parts = { value: draft.value, change: answered, missing, columns: 1 as const, bare: true }
  return (
    <Page
      title="敲门"
      heading={HEADINGS[step]}
      aside={<SavedMark work={work} />}
      footer={
        <Foot step={step} needs={draft.value.needs.length > 0} done={doneWords(subject)} onNext={() => setStep('rest')} onSave={save} />
      }
    >
      {step === 'outcome' && door ? null : <Box className="k-h2">{subject.label}</Box>}
      {step === 'outcome' ? (
        <>
          <Restored work={work} />
          {door ? <Whom door={door} label={subject.label} /> : null}
          <OutcomePart {...parts} />
        </>
      ) : null}
      {step === 'wellbeing' ? (
        <>
          <WellbeingPart {...parts} />
          <Last door={door} />
        </>
      ) : null}
      {step === 'needs' ? <NeedsPart {...parts} columns={2} /> : null}
      {step === 'rest' ? (
        <Box className="k-stack">
          <NeedDetails {...parts} />
          {subject.about.kind === 'correction' ? <Reason work={work} /> : null}
          <MorePart subject={subject} work={work} />
        </Box>
      ) : null}
      {step === 'outcome' ? null : (
        <Button kind="quiet" icon="left" onTap={() => setStep(before(step, draft.value))}>
          上一步
        </Button>
      )}
    </Page>
  )
}

interface FootProps {
  step: Step
  needs: boolean
  done: string
  onNext: () => void
  onSave: () => Promise<void>
}
function Foot({ step, needs, done, onNext, onSave }: FootProps) {
  if (step === 'outcome' || step === 'wellbeing') return null
  const mustTell = step === 'needs' && needs
  return (
    <>
      {step === 'needs' && !needs ? <Button onTap={onNext}>再记点别的</Button> : null}
      <Button kind="primary" big onTap={mustTell ? onNext : onSave}>
        {mustTell ? '说说要帮什么' : done}
      </Button>
    </>
  )
}
