/** What the standard form and the one of 长辈版 share. */
import type { Door } from '@domain/visits/contract'
import { dayName } from '@domain/visits/words'
import { useState } from 'react'
import { ago, Box, Button, Field, Row, Rows, Tag, Tags, Words } from '@/ui'
import { isTouched } from './draft'
import type { Subject, Work } from './filling'
import { More, moreCount } from './more'
import { toDoor } from './ways'

export interface FormProps {
  subject: Subject
  /** What is known of the door. */
  door?: Door
}
export type FormWork = FormProps & { work: Work }

/** 草稿已存, said when everything typed is on the phone. */
export const SavedMark = ({ work: { draft, initial } }: { work: Work }) => (
  <Words aria={{ role: 'status' }}>{isTouched(draft.value, initial) ? (draft.saved ? '草稿已存' : '正在存') : ''}</Words>
)

export const doneWords = ({ about }: Subject) => ({ new: '记下，下一户', parcel: '改好了，再传', correction: '改好了' })[about.kind]

/** Whom the visit is for, and the way to all there is about them; `label` where the bar does not say which door. */
export const Whom = ({ door, label }: { door: Door; label?: string }) => (
  <Rows>
    <Row
      title={
        <Box className="v-who">
          {label ? <Words className="k-strong">{label}</Words> : null}
          <Words>{door.who}</Words>
          <Tags>
            {door.tags.map(tag => (
              <Tag key={tag}>{tag}</Tag>
            ))}
          </Tags>
        </Box>
      }
      note={door.why}
      onTap={() => toDoor(door.household)}
    />
  </Rows>
)

export const Last = ({ door }: { door?: Door }) =>
  door?.last?.words ? <Box className="k-note">{`上次（${dayName(door.last.on)}）：${door.last.words}`}</Box> : null

/** Why it is corrected; both versions stay, with this beside them. */
export const Reason = ({ work: { draft, change, missing } }: { work: Work }) => (
  <Field
    label="为什么改"
    hint="原来记的也会留着"
    value={draft.value.reason}
    max={200}
    error={missing.reason}
    onChange={reason => change({ reason })}
  />
)

/** Begun from what was kept: says so, and lets one start over. */
export function Restored({ work: { draft, initial } }: { work: Work }) {
  if (draft.from === undefined || !isTouched(draft.value, initial)) return null
  return (
    <Box className="k-line" aria={{ role: 'status' }}>
      <Words className="k-note">{`接着${ago(draft.from, Date.now())}没记完的`}</Words>
      <Button kind="quiet" onTap={draft.done}>
        重新记
      </Button>
    </Box>
  )
}

/** Everything that may be left out, behind one button; open when something is in it. */
export function MorePart({ subject, work: { draft, change } }: { subject: Subject; work: Work }) {
  const count = moreCount(draft.value)
  const [open, setOpen] = useState(count > 0)
  if (!open)
    return (
      <Button icon="plus" onTap={() => setOpen(true)}>
        再记点别的
      </Button>
    )
  return <More value={draft.value} change={change} household={subject.household} />
}
