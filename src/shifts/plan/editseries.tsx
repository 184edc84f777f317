/** A weekly shift, changed from a day on: looked at first, then made, with or without those who have joined already. */
import type { SeriesCard, SeriesForm, SeriesTouched } from '@domain/shifts/contract/plan'
import { useState } from 'react'
import { call, sentence, useDeed, useDraft, useMe } from '@/platform'
import { Box, Button, Callout, Field, Page, Row, Rows, Skeleton, sayDay, toast } from '@/ui'
import { toRosters } from '../ways'
import { EndSeries } from './ending'
import { tidy } from './newshift'
import { SeriesFields } from './seriesfields'
import { SeriesSheet } from './seriessheet'
import { daysSaid, weekdaysSaid } from './words'

interface EditSeriesProps {
  series: SeriesCard
  community: string
  onDone: () => void
}
export function EditSeries({ series, community, onDone }: EditSeriesProps) {
  const { day: today } = useMe()
  const draft = useDraft<{ form: SeriesForm; since: string }>(`shifts/series/${series.id}/${series.version}`, {
    form: series.form,
    since: '',
  })
  const deed = useDeed()
  const [problem, setProblem] = useState('')
  const [touched, setTouched] = useState<SeriesTouched>()
  const [too, setToo] = useState(false)
  const [ending, setEnding] = useState(false)
  const since = draft.value.since || [series.since, today].sort()[1]
  const form = tidy(draft.value.form)
  const about = { series: series.id, since, form }
  const look = async (also: boolean) => {
    setProblem('')
    setToo(also)
    try {
      setTouched(await call('shifts.preview_series', { ...about, too: also }))
    } catch (thrown) {
      setProblem(sentence(thrown))
    }
  }
  const save = async () => {
    const did = await deed('shifts.change_series', { ...about, version: series.version, too })
    setTouched(undefined)
    if (!did) return
    if ('problem' in did) return setProblem(did.problem)
    await draft.done()
    toast(`改好了，从 ${sayDay(since, today)} 起`)
    onDone()
  }
  const changed = JSON.stringify(draft.value.form) !== JSON.stringify(series.form)
  const footer = (
    <Button kind="primary" big disabled={!changed} onTap={() => look(false)}>
      {changed ? '看看会碰到谁，再改' : '还没有改什么'}
    </Button>
  )
  const next = series.next.length > 0 ? `下面几次：${daysSaid(series.next)}` : '后面没有了'
  return (
    <Page
      title="每周的班"
      wide
      heading={`${series.form.title}，${weekdaysSaid(series.form.weekdays)}`}
      aside={next}
      onBack={onDone}
      footer={series.leads ? footer : undefined}
    >
      {draft.ready ? (
        <Box className="k-stack">
          {series.leads ? null : <Callout icon="lock">这个班由别的队长排，能看，不能改。</Callout>}
          {problem ? (
            <Callout tone="bad" icon="alert" alert>
              {problem}
            </Callout>
          ) : null}
          <SeriesFields form={draft.value.form} set={step => draft.set(was => ({ ...was, form: step(was.form) }))} community={community}>
            <Field
              label="从哪天起改"
              kind="date"
              hint="这天以前的班不动"
              from={today}
              value={since}
              onChange={day => draft.set(was => ({ ...was, since: day }))}
            />
          </SeriesFields>
          <Rows>
            <Row
              icon="people"
              title="谁固定来"
              note={series.rosters > 0 ? `${series.rosters} 个人` : '还没有人'}
              onTap={() => toRosters()}
            />
            {series.leads ? <Row icon="stop" danger title="不再每周排了" onTap={() => setEnding(true)} /> : null}
          </Rows>
        </Box>
      ) : (
        <Skeleton shape="form" />
      )}
      {touched ? (
        <SeriesSheet touched={touched} too={too} onToo={look} onSave={save} onClose={() => setTouched(undefined)} since={since} />
      ) : null}
      {ending ? <EndSeries series={series} onDone={onDone} onClose={() => setEnding(false)} /> : null}
    </Page>
  )
}
