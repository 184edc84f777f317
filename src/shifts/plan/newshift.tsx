/** A new shift, from the beginning or from a saved one. What is typed stays on the phone until it is made. */
import type { ShiftForm } from '@domain/shifts/contract/plan'
import { useState } from 'react'
import { type Did, replace, useDeed, useDraft, useMe } from '@/platform'
import { Box, Button, Callout, Page, Rows, Skeleton, Switch, sayDay, toast } from '@/ui'
import { templateOf } from './blank'
import type { Filling } from './fields'
import { ShiftFields } from './shiftfields'
import { clockTyped } from './times'

export const tidy = <F extends { from: string; to: string }>(form: F): F => ({
  ...form,
  from: clockTyped(form.from),
  to: clockTyped(form.to),
})
/** What a refusal says, and at which field. */
export const wrongOf = (did: Did<'shifts.add_shift'> | Did<'shifts.change_shift'>, at?: string): Filling<ShiftForm>['wrong'] =>
  'problem' in did ? { why: did.problem, at } : undefined

interface NewShiftProps {
  /** Which draft it is. */
  name: string
  first: ShiftForm
  community: string
}
export function NewShift({ name, first, community }: NewShiftProps) {
  const { day: today } = useMe()
  const draft = useDraft(`shifts/new/${name}`, first)
  const deed = useDeed()
  const [keep, setKeep] = useState(false)
  const [problem, setProblem] = useState('')
  const add = async () => {
    const form = tidy(draft.value)
    const did = await deed('shifts.add_shift', { community, form })
    if (!did) return
    if ('problem' in did) return setProblem(did.problem)
    if (keep) await deed('shifts.save_template', { community, form: templateOf(form) })
    await draft.done()
    toast(`排好了：${sayDay(form.day, today)} ${form.title}`)
    return replace('/shifts/pages/plan/index')
  }
  const footer = (
    <Button kind="primary" big onTap={add}>
      {draft.value.day ? `排在 ${sayDay(draft.value.day, today)}` : '排好'}
    </Button>
  )
  return (
    <Page title="加一个班" wide heading="哪天、在哪、要几个人" bar={draft.saved && draft.from ? '草稿已存' : undefined} footer={footer}>
      {draft.ready ? (
        <Box className="k-stack">
          {problem ? (
            <Callout tone="bad" icon="alert" alert>
              {problem}
            </Callout>
          ) : null}
          <ShiftFields form={draft.value} set={draft.set} community={community} />
          <Rows>
            <Switch label="存成常用的班" note="下次点三下就能排" on={keep} onChange={setKeep} />
          </Rows>
        </Box>
      ) : (
        <Skeleton shape="form" />
      )}
    </Page>
  )
}
