/** A visit's form, one screen: 敲开门了吗, 人怎么样, 有什么要帮的, 记下，下一户. */
import { Button, Page, Skeleton, useElder } from '@/ui'
import { doneWords, type FormProps, type FormWork, Last, MorePart, Reason, Restored, SavedMark, Whom } from './bits'
import { ElderForm } from './elder'
import { useFilling } from './filling'
import { NeedDetails, NeedsPart, OutcomePart, WellbeingPart } from './parts'

export function VisitForm(props: FormProps) {
  const work = useFilling(props.subject)
  const elder = useElder()
  if (!work.draft.ready)
    return (
      <Page title={props.subject.label}>
        <Skeleton shape="form" />
      </Page>
    )
  return elder ? <ElderForm {...props} work={work} /> : <StandardForm {...props} work={work} />
}

function StandardForm({ subject, door, work }: FormWork) {
  const { draft, change, missing, save } = work
  const parts = { value: draft.value, change, missing }
  const met = draft.value.outcome === 'met'
  return (
    <Page
      title={subject.label}
      bar={<SavedMark work={work} />}
      footer={
        <Button kind="primary" big onTap={save}>
          {doneWords(subject)}
        </Button>
      }
    >
      <Restored work={work} />
      {door ? <Whom door={door} /> : null}
      <OutcomePart {...parts} />
      {met ? <WellbeingPart {...parts} /> : null}
      {met ? <NeedsPart {...parts} /> : null}
      {met ? <NeedDetails {...parts} /> : null}
      <Last door={door} />
      {subject.about.kind === 'correction' ? <Reason work={work} /> : null}
      <MorePart subject={subject} work={work} />
    </Page>
  )
}
