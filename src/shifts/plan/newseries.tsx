import type { SeriesForm } from '@domain/shifts/contract/plan'
import { useState } from 'react'
import { useDeed, useDraft, useMe } from '@/platform'
import { Box, Button, Callout, Field, Page, Skeleton, toast } from '@/ui'
import { blankSeries } from './blank'
import { tidy } from './newshift'
import { SeriesFields } from './seriesfields'
import { weekdaysSaid } from './words'

/** A new shift that comes every week. What is typed stays on the phone until it is made. */
export function NewSeries({ community, onDone }: { community: string; onDone: () => void }) {
  const { day: today } = useMe()
  const draft = useDraft<{ form: SeriesForm; since: string }>('shifts/series/new', { form: blankSeries(), since: '' })
  const deed = useDeed()
  const [problem, setProblem] = useState('')
  const { form, since } = draft.value
  const add = async () => {
    const did = await deed('shifts.add_series', { community, since: since || today, form: tidy(form) })
    if (!did) return
    if ('problem' in did) return setProblem(did.problem)
    await draft.done()
    toast(`排好了：${form.title}，${weekdaysSaid(form.weekdays)}，往后四周`)
    onDone()
  }
  const footer = (
    <Button kind="primary" big onTap={add}>
      {form.weekdays.length > 0 ? `${weekdaysSaid(form.weekdays)}，往前排四周` : '排好'}
    </Button>
  )
  return (
    <Page title="加一个每周的班" wide heading="排一次，每周自己有" onBack={onDone} footer={footer}>
      {draft.ready ? (
        <Box className="k-stack">
          {problem ? (
            <Callout tone="bad" icon="alert" alert>
              {problem}
            </Callout>
          ) : null}
          <SeriesFields form={form} set={next => draft.set(was => ({ ...was, form: next(was.form) }))} community={community}>
            <Field
              label="从哪天起"
              kind="date"
              from={today}
              value={since || today}
              onChange={day => draft.set(was => ({ ...was, since: day }))}
            />
          </SeriesFields>
        </Box>
      ) : (
        <Skeleton shape="form" />
      )}
    </Page>
  )
}
