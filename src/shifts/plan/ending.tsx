import type { SeriesCard, SeriesTouched } from '@domain/shifts/contract/plan'
import { useCallback, useEffect, useState } from 'react'
import { call, sentence, useDeed, useMe } from '@/platform'
import { Box, Button, Callout, Field, Sheet, sayDay, toast } from '@/ui'
import { TouchedPeople } from './touched'
import { daysSaid } from './words'

/** The last day of a weekly shift, with what that takes away and who still comes afterwards. */
export function EndSeries({ series, onDone, onClose }: { series: SeriesCard; onDone: () => void; onClose: () => void }) {
  const { day: today } = useMe()
  const deed = useDeed()
  const [on, setOn] = useState(today)
  const [problem, setProblem] = useState('')
  const [touched, setTouched] = useState<SeriesTouched>()
  const look = useCallback(async () => {
    try {
      const form = { ...series.form, until: on }
      setTouched(await call('shifts.preview_series', { series: series.id, since: on, form, too: false }))
    } catch (thrown) {
      setProblem(sentence(thrown))
    }
  }, [series, on])
  useEffect(() => void look(), [look])
  const end = async () => {
    const did = await deed('shifts.end_series', { series: series.id, version: series.version, on })
    if (!did) return
    if ('problem' in did) return setProblem(did.problem)
    toast(`排到 ${sayDay(on, today)} 为止`)
    onDone()
  }
  const actions = (
    <Button kind="danger" big onTap={end}>
      {`排到 ${sayDay(on, today)} 为止`}
    </Button>
  )
  return (
    <Sheet title={`不再排${series.form.title}`} onClose={onClose} actions={actions}>
      <Box className="k-stack">
        {problem ? (
          <Callout tone="bad" icon="alert" alert>
            {problem}
          </Callout>
        ) : null}
        <Field label="最后一天" kind="date" from={today} value={on} onChange={setOn} />
        {touched?.removed.length ? (
          <Box className="k-text">{`没有人的 ${touched.removed.length} 个班会去掉：${daysSaid(touched.removed)}。`}</Box>
        ) : null}
        {touched?.people.length ? <Box className="k-text">已经有人报名的照常办，要取消请一个一个点进去。</Box> : null}
        {touched?.people.map(one => (
          <TouchedPeople key={one.shift} title={sayDay(one.day, today)} people={one.people} />
        ))}
      </Box>
    </Sheet>
  )
}
