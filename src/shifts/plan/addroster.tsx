/** Somebody stands somewhere from now on: which shift, who, which role, which days. */
import type { RosterForm, SeriesCard } from '@domain/shifts/contract/plan'
import { useState } from 'react'
import { useCall, useDeed, useMe } from '@/platform'
import { Box, Button, Callout, Choice, Empty, Field, Loaded, Row, Rows, Sheet, toast } from '@/ui'
import { toSeries } from '../ways'
import { Weekdays } from './seriesfields'
import { asksSaid, rhythmSaid, weekdaysSaid } from './words'

interface AddRosterProps {
  community: string
  onDone: () => void
  onClose: () => void
}
type Person = { account: string; name: string }

export function AddRoster(props: AddRosterProps) {
  const [series, setSeries] = useState<SeriesCard>()
  const [person, setPerson] = useState<Person>()
  const found = useCall('shifts.series', { community: props.community })
  if (series && person) return <Which {...props} series={series} person={person} />
  if (series) return <Who {...props} series={series} onPick={setPerson} />
  return (
    <Sheet title="固定在哪个班" onClose={props.onClose}>
      <Loaded
        from={found}
        shape="rows"
        isEmpty={all => all.every(one => !one.leads)}
        empty={
          <Empty title="还没有每周的班" words="先定一个每周的班，再说谁固定来。">
            <Button onTap={() => toSeries()}>去定一个</Button>
          </Empty>
        }
      >
        {all => (
          <Rows>
            {all
              .filter(one => one.leads)
              .map(one => (
                <Row
                  key={one.id}
                  title={one.form.title}
                  note={`${weekdaysSaid(one.form.weekdays)} ${one.form.from} 到 ${one.form.to}`}
                  onTap={() => setSeries(one)}
                />
              ))}
          </Rows>
        )}
      </Loaded>
    </Sheet>
  )
}

function Who({ community, series, onPick, onClose }: AddRosterProps & { series: SeriesCard; onPick: (person: Person) => void }) {
  const [words, setWords] = useState('')
  const found = useCall('shifts.volunteers', { community, ...(words.trim() ? { words: words.trim() } : {}) })
  return (
    <Sheet title={`谁固定来${series.form.title}`} onClose={onClose}>
      <Box className="k-stack">
        <Field label="找人" kind="search" max={20} placeholder="名字或拼音" value={words} onChange={setWords} />
        <Loaded
          from={found}
          shape="rows"
          empty={<Empty title={words ? '没有这个人' : '名册里还没有人'} words="先在“志愿者名册”里登记。" />}
        >
          {({ items }) => (
            <Rows>
              {items
                .filter(one => one.state === 'active' || one.state === 'paused')
                .slice(0, 30)
                .map(one => (
                  <Row key={one.account} title={one.name} note={one.phone} onTap={() => onPick(one)} />
                ))}
            </Rows>
          )}
        </Loaded>
      </Box>
    </Sheet>
  )
}

const RHYTHM_OPTIONS = [
  { value: 'every', label: '每周都来' },
  { value: 'second', label: '隔一周来' },
  { value: 'first', label: '每月头一个' },
] as const

function Which({ series, person, onDone, onClose }: AddRosterProps & { series: SeriesCard; person: Person }) {
  const { day: today } = useMe()
  const deed = useDeed()
  const { roles, weekdays } = series.form
  const [form, setForm] = useState<RosterForm>({ account: person.account, role: roles[0].id, rhythm: 'every', weekdays, since: today })
  const [problem, setProblem] = useState('')
  const change = (more: Partial<RosterForm>) => setForm(was => ({ ...was, ...more }))
  const add = async () => {
    if (form.weekdays.length === 0) return setProblem('至少选一个星期几')
    const did = await deed('shifts.add_roster', { series: series.id, form })
    if (!did) return
    if ('problem' in did) return setProblem(did.problem)
    toast(`排上了：${person.name}，${rhythmSaid(form)}`)
    onDone()
  }
  const actions = (
    <Button kind="primary" big onTap={add}>
      {`排上：${rhythmSaid(form)}`}
    </Button>
  )
  return (
    <Sheet title={`${person.name}，${series.form.title}`} onClose={onClose} actions={actions}>
      <Box className="k-stack">
        {problem ? (
          <Callout tone="bad" icon="alert" alert>
            {problem}
          </Callout>
        ) : null}
        <Choice
          label="做什么"
          options={roles.map(one => ({ value: one.id, label: one.name, note: asksSaid(one) }))}
          value={form.role}
          onChange={role => change({ role })}
        />
        <Choice label="多久一次" columns={3} options={RHYTHM_OPTIONS} value={form.rhythm} onChange={rhythm => change({ rhythm })} />
        {weekdays.length > 1 ? <Weekdays values={form.weekdays} among={weekdays} onChange={days => change({ weekdays: days })} /> : null}
        <Field label="从哪天起" kind="date" from={today} value={form.since} onChange={since => change({ since })} />
      </Box>
    </Sheet>
  )
}
