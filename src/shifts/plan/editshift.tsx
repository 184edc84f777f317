/** A shift that is there: its form, who is in it, and what may still be done about it. */
import type { OutputOf } from '@domain'
import type { ShiftForm } from '@domain/shifts/contract/plan'
import { useState } from 'react'
import { call, sentence, useDeed, useDraft, useMe } from '@/platform'
import { Box, Button, Buttons, Callout, Empty, Page, Row, Rows, Skeleton, toast } from '@/ui'
import { toRoll, toSeries, toShift } from '../ways'
import { templateOf } from './blank'
import { CancelSheet } from './cancelling'
import { ChangeSheet } from './changing'
import { tidy } from './newshift'
import { PeopleIn } from './peoplein'
import { ShiftFields } from './shiftfields'
import { lacking, shiftSaid } from './words'

type Seen = OutputOf<'shifts.shift'>
type Preview = OutputOf<'shifts.preview_change'>

export function EditShift({ seen, onDone }: { seen: Seen; onDone: () => void }) {
  const { card, form } = seen
  if (!form)
    return (
      <Page title="一个班" wide heading={card.title}>
        <Empty title="这个班由别的队长排" words="能看，不能改。">
          <Button onTap={() => toShift(card.id)}>看这个班</Button>
        </Empty>
      </Page>
    )
  if (card.cancelled || seen.begun) return <Settled seen={seen} />
  return <Editing seen={seen} first={form} onDone={onDone} />
}

/** What has begun or does not take place is looked at, not changed. */
function Settled({ seen: { card, people = [] } }: { seen: Seen }) {
  const { day: today } = useMe()
  const said = card.cancelled ? `取消了：${card.cancelled.why}` : '已经开始了'
  const roll = card.cancelled ? undefined : (
    <Button kind="primary" big onTap={() => toRoll(card.id)}>
      去点名
    </Button>
  )
  return (
    <Page title="一个班" wide heading={`${card.title}，${said}`} aside={shiftSaid(card, today)} footer={roll}>
      <PeopleIn card={card} people={people} />
    </Page>
  )
}

const headingOf = ({ card }: Seen) => {
  const holes = lacking(card)
  return holes > 0 ? `${card.title}，还缺 ${holes} 人` : `${card.title}，人齐了`
}

function Editing({ seen, first, onDone }: { seen: Seen; first: ShiftForm; onDone: () => void }) {
  const { card, people = [] } = seen
  const { day: today } = useMe()
  const draft = useDraft(`shifts/edit/${card.id}/${card.version}`, first)
  const deed = useDeed()
  const [problem, setProblem] = useState('')
  const [preview, setPreview] = useState<Preview>()
  const [cancelling, setCancelling] = useState(false)
  const changed = JSON.stringify(draft.value) !== JSON.stringify(first)
  const live = people.filter(one => ['asked', 'on', 'offered', 'waiting'].includes(one.state))
  const form = tidy(draft.value)
  const save = async () => {
    setProblem('')
    const did = await deed('shifts.change_shift', { shift: card.id, version: card.version, form })
    setPreview(undefined)
    if (!did) return
    if ('problem' in did) return setProblem(did.problem)
    await draft.done()
    toast(live.length > 0 ? '改好了，也告诉他们了' : '改好了')
    onDone()
  }
  const look = async () => {
    try {
      const seenFirst = await call('shifts.preview_change', { shift: card.id, form })
      return seenFirst.people.length > 0 ? setPreview(seenFirst) : save()
    } catch (thrown) {
      return setProblem(sentence(thrown))
    }
  }
  const keep = async () => {
    const did = await deed('shifts.save_template', { community: card.community, form: templateOf(form) })
    toast(did && 'problem' in did ? did.problem : '存好了，下次点三下就能排', did && 'problem' in did ? { tone: 'bad' } : {})
  }
  const footer = (
    <Button kind="primary" big disabled={!changed} onTap={live.length > 0 ? look : save}>
      {changed ? (live.length > 0 ? '看看会碰到谁，再改' : '改好') : '还没有改什么'}
    </Button>
  )
  return (
    <Page title="一个班" wide heading={headingOf(seen)} aside={shiftSaid(card, today)} footer={footer}>
      {draft.ready ? (
        <Box className="k-stack">
          {problem ? (
            <Callout tone="bad" icon="alert" alert>
              {problem}
            </Callout>
          ) : null}
          <ShiftFields
            form={draft.value}
            set={draft.set}
            community={card.community}
            people={<PeopleIn card={card} people={people} onNeed={onDone} />}
          />
          <Others seen={seen} onKeep={keep} onCancel={() => setCancelling(true)} />
        </Box>
      ) : (
        <Skeleton shape="form" />
      )}
      {preview ? <ChangeSheet preview={preview} onSave={save} onClose={() => setPreview(undefined)} /> : null}
      {cancelling ? <CancelSheet card={card} people={live.length} onDone={onDone} onClose={() => setCancelling(false)} /> : null}
    </Page>
  )
}

function Others({ seen: { card }, onKeep, onCancel }: { seen: Seen; onKeep: () => unknown; onCancel: () => void }) {
  return (
    <Box className="k-stack">
      {card.series ? (
        <Rows>
          <Row
            icon="repeat"
            title="这是每周的班里的一个"
            note="只改这一天就在这里改；以后都改，去“每周的班”"
            onTap={() => toSeries(card.series)}
          />
        </Rows>
      ) : null}
      <Buttons>
        <Button onTap={() => toShift(card.id)}>看报名页</Button>
        <Button onTap={onKeep}>存成常用的班</Button>
        <Button kind="danger" onTap={onCancel}>
          取消这个班
        </Button>
      </Buttons>
    </Box>
  )
}
