/** The life of a visit's form: where it begins from, how it is kept, what happens when it is done. */
import type { VisitForm } from '@domain/visits/contract'
import { useCallback, useRef, useState } from 'react'
import { amend, back, type Draft, drop, replace, send, start, useDraft, useMe } from '@/platform'
import { toast } from '@/ui'
import { correctArrived } from './arrived'
import { EMPTY, type Filling, filled, formOf, type Lacking, lacking } from './draft'
import { nextAfter } from './ground'
import { enclosed } from './photos'
import { knocked, log, moment, seen, useGround } from './state'
import { editOf, FORM, TODAY } from './ways'

/** The second tap of a double tap on 记下，下一户 lands on the next door's form: within this time, in ms, an untouched form is not being saved. */
const SETTLING = 800

/** What is being filled in: a new knock, one that was turned away or still waits, or a correction of one that was taken. */
export type About =
  | { kind: 'new' }
  | { kind: 'parcel'; parcel: string; at: number; form: VisitForm; arrived: boolean; said: unknown[] }
  | { kind: 'correction'; visit: string; version: number; form: VisitForm; parcel?: string }

export interface Subject {
  household: string
  grid: string
  label: string
  about: About
}
export interface Work {
  draft: Draft<Filling>
  /** What it began with when nothing was kept. */
  initial: Filling
  change: (change: Partial<Filling>) => void
  missing: Lacking
  save: () => Promise<void>
}

const draftName = ({ household, about }: Subject) =>
  about.kind === 'new' ? `visit/${household}` : `visit/${about.kind === 'parcel' ? about.parcel : about.visit}`

export function useFilling(subject: Subject): Work {
  const { about } = subject
  const me = useMe()
  const [initial] = useState(() => (about.kind === 'new' ? EMPTY : filled(about.form)))
  const draft = useDraft<Filling>(draftName(subject), initial)
  const [missing, setMissing] = useState<Lacking>({})
  const opened = useRef(Date.now())
  const change = useCallback(
    (more: Partial<Filling>) => {
      setMissing({})
      draft.set(was => ({ ...was, ...more }))
    },
    [draft.set],
  )
  const save = async () => {
    if (draft.value === initial && Date.now() - opened.current < SETTLING) return
    const lacks = lacking(draft.value, about.kind === 'correction')
    setMissing(lacks)
    if (Object.keys(lacks).length) return
    const photos = await enclosed(me.id, draft.value.photos, subject.grid)
    // asked before the door leaves the list
    const next = about.kind === 'new' ? nextAfter(seen(useGround.getState()).doors, subject.household) : undefined
    if (!(await put(subject, draft, photos))) return
    await draft.done()
    toast(`${subject.label} 记下了`)
    await leave(subject, next?.household)
  }
  return { draft, initial, change, missing, save }
}

type Photos = Awaited<ReturnType<typeof enclosed>>

/** Queues it. False when the person would rather look again. */
async function put({ household, label, about }: Subject, draft: Draft<Filling>, photos: Photos): Promise<boolean> {
  const form = formOf(draft.value)
  const options = { key: draft.id, edit: editOf(household), photos }
  if (about.kind === 'new') await log({ household, at: moment(), form }, label, options)
  if (about.kind === 'parcel') {
    const input = { household, at: about.at, form }
    if (about.arrived || !(await amend(about.parcel, input, photos))) return correctArrived({ household, label, about, form, options })
    await knocked(about.parcel, input, label)
  }
  if (about.kind === 'correction') {
    const input = { visit: about.visit, version: about.version, form, reason: draft.value.reason.trim() }
    await send('visits.correct', input, `更正 ${label}`, { ...options, edit: `${editOf(household)}&visit=${about.visit}` })
    if (about.parcel) await drop(about.parcel)
  }
  return true
}

/** On to the next door; after something was put right, back to where one came from. */
const leave = ({ about }: Subject, next?: string) => {
  if (about.kind !== 'new') return back()
  return next ? replace(FORM, { household: next }) : start(TODAY)
}
