import type { Away, Standing, StandingForm, Table } from '@domain/meals/contract/orders'
import { type ReactNode, useState } from 'react'
import { useDeed, useDraft } from '@/platform'
import {
  Box,
  Button,
  Buttons,
  Callout,
  Card,
  Choice,
  Entries,
  Entry,
  Field,
  Loaded,
  Page,
  plusDays,
  Row,
  Rows,
  sayDay,
  toast,
  useElder,
} from '@/ui'
import { type Eating, useEater } from '../../eater'
import { kitchenOf } from '../../slots'
import { type AtTable, askAgain, useTable } from '../../table'
import { toDiner, toMine } from '../../ways'
import { awaysNow, formOf, missing, newStanding, type Pausing, sayAway, sayPause, sayStanding, sent, stillComing } from '../../weekly'
import { WeeklyForm } from '../../weeklyform'
import { Band, Known } from '../../whom'
import { AWAYS, WAYS } from '../../words'
import '../../meals.scss'

type Step = { at: 'see' } | { at: 'set'; standing?: Standing } | { at: 'pause' }
const OFFLINE = '没有信号，还没记上。写的都在，有信号了再点一次，或者打电话说一声。'

/** What comes by itself, and when it does not. */
export default function StandingPage() {
  const eating = useEater()
  const at = useTable(eating.eater, undefined, 14)
  const [step, setStep] = useState<Step>({ at: 'see' })
  const [said, setSaid] = useState('')
  const { table } = at
  const band = <Band eating={eating} call={table?.eater.call} doing="定常订" />
  const done = (words: string) => {
    setSaid(words)
    setStep({ at: 'see' })
    askAgain()
  }
  if (table && step.at === 'set')
    return <Setting {...{ eating, table, band, done }} standing={step.standing} onBack={() => setStep({ at: 'see' })} />
  if (table && step.at === 'pause') return <PausePage {...{ eating, at, table, band, done }} onBack={() => setStep({ at: 'see' })} />
  return <See {...{ eating, at, band, said, onStep: setStep, done }} />
}

interface SeeProps {
  eating: Eating
  at: AtTable
  band: ReactNode
  said: string
  onStep: (step: Step) => void
  done: (words: string) => void
}
function See({ eating, at, band, said, onStep, done }: SeeProps) {
  const elder = useElder()
  const { table, from } = at
  const aways = table ? awaysNow(table.aways, table.today) : []
  const paused = aways.find(away => table && away.from <= table.today)
  const heading = !table
    ? '常订和停餐'
    : paused
      ? paused.until
        ? `停着，到${sayDay(paused.until, table.today)}`
        : '停着，等您说恢复'
      : table.standings.length
        ? `${sayStanding(table.standings[0])}，自动订`
        : '天天吃，就常订'
  const footer =
    !table || elder ? undefined : table.standings.length ? (
      <Button big icon="pause" onTap={() => onStep({ at: 'pause' })}>
        停几天
      </Button>
    ) : (
      <Button kind="primary" big onTap={() => onStep({ at: 'set' })}>
        定一个常订
      </Button>
    )
  return (
    <Page title="常订和停餐" heading={heading} at={from.at} footer={footer}>
      {band}
      {said ? (
        <Callout tone="ok" icon="done" alert>
          {said}
        </Callout>
      ) : null}
      <Known eating={eating}>
        <Loaded from={from} isEmpty={() => false}>
          {loaded => (
            <Box className="k-stack">
              {aways.map(away => (
                <Paused key={away.id} away={away} eater={eating.eater} table={loaded} done={done} />
              ))}
              {loaded.standings.map(standing => (
                <Stands
                  key={standing.id}
                  standing={standing}
                  eater={eating.eater}
                  table={loaded}
                  done={done}
                  onEdit={() => onStep({ at: 'set', standing })}
                />
              ))}
              {elder ? (
                <ElderWays eater={eating.eater} table={loaded} onStep={onStep} />
              ) : loaded.standings.length ? (
                <Rows>
                  <Row icon="plus" title="再加一个常订" note="另一顿，或者另一个厨房" onTap={() => onStep({ at: 'set' })} />
                </Rows>
              ) : (
                <>
                  <Box className="k-text">定好星期几、吃什么、怎么送，以后前一天晚上自动订上；哪天不要，当天截止前点一下就行。</Box>
                  <Rows>
                    <Row
                      icon="pause"
                      title="停几天"
                      note="住院、出门、去孩子家，这几天没吃饭就不会找您"
                      onTap={() => onStep({ at: 'pause' })}
                    />
                  </Rows>
                </>
              )}
            </Box>
          )}
        </Loaded>
      </Known>
    </Page>
  )
}

const ElderWays = ({ eater, table, onStep }: { eater: string; table: Table; onStep: (step: Step) => void }) => (
  <Entries>
    {table.standings.length ? null : <Entry main icon="repeat" title="定一个常订" onTap={() => onStep({ at: 'set' })} />}
    <Entry icon="pause" title="停几天" onTap={() => onStep({ at: 'pause' })} />
    <Entry icon="list" title="订过的饭" onTap={() => toMine(eater)} />
    <Entry icon="heart" title="什么不能吃" onTap={() => toDiner(eater)} />
  </Entries>
)

interface PausedProps {
  away: Away
  eater: string
  table: Table
  done: (words: string) => void
}
/** A pause that holds or will, and the way out of it. */
function Paused({ away, eater, table, done }: PausedProps) {
  const deed = useDeed()
  const on = away.from > table.today ? away.from : plusDays(table.today, 1)
  const resume = async () => {
    const did = await deed('meals.resume', { eater, away: away.id, on })
    if (did?.ok) done(did.ok.words)
    else if (did) toast(did.code === 'offline' ? OFFLINE : did.problem, { tone: 'bad' })
  }
  return (
    <Card title={away.from > table.today ? '说好了要停' : '现在停着'} edge="warn" note={sayAway(away, table.today)}>
      <Button kind="soft" onTap={resume}>
        {away.from > table.today ? '不停了' : '从明天起又要'}
      </Button>
    </Card>
  )
}

interface StandsProps {
  standing: Standing
  eater: string
  table: Table
  done: (words: string) => void
  onEdit: () => void
}
function Stands({ standing, eater, table, done, onEdit }: StandsProps) {
  const deed = useDeed()
  const end = async () => {
    const did = await deed('meals.end_standing', { eater, standing: standing.id, on: table.today })
    if (did?.ok) done(`${sayStanding(standing)}不再自动订了，已经订上的还在`)
    else if (did) toast(did.code === 'offline' ? OFFLINE : did.problem, { tone: 'bad' })
  }
  const ways = [...new Set(standing.days.map(day => WAYS[day.way]))].join('、')
  const until = standing.until ? `，到${sayDay(standing.until, table.today)}` : ''
  return (
    <Card title={sayStanding(standing)} note={`${standing.kitchenName} · ${ways} · 从${sayDay(standing.since, table.today)}起${until}`}>
      <Buttons>
        <Button kind="soft" onTap={onEdit}>
          改常订
        </Button>
        <Button onTap={end}>不常订了</Button>
      </Buttons>
    </Card>
  )
}

interface SettingProps {
  eating: Eating
  table: Table
  band: ReactNode
  standing?: Standing
  done: (words: string) => void
  onBack: () => void
}
function Setting({ eating, table, band, standing, done, onBack }: SettingProps) {
  const { eater } = eating
  const start = standing ? formOf(standing) : newStanding(table, kitchenOf(table) ?? '')
  const draft = useDraft<StandingForm | null>(`meals/standing/${eater}/${standing?.id ?? 'new'}`, null)
  const [problem, setProblem] = useState('')
  const deed = useDeed()
  const form = draft.value ?? start
  // one standing order a kitchen and meal: setting it anew changes the one that is there
  const version = ({ kitchen, meal }: StandingForm) =>
    table.standings.find(one => one.kitchen === kitchen && one.meal === meal)?.version ?? 0
  const save = async () => {
    const wrong = missing(form)
    if (wrong) return setProblem(wrong)
    const did = await deed('meals.set_standing', { eater, version: version(form), form: sent(form) })
    if (!did) return
    if (!did.ok) return setProblem(did.code === 'offline' ? OFFLINE : did.problem)
    await draft.done()
    done(`记下了，从${sayDay(form.since, table.today)}起，${sayStanding(form)}自动订上`)
  }
  return (
    <Page
      title="常订"
      heading={standing ? '改常订' : '哪几天常订'}
      onBack={onBack}
      footer={
        <>
          {problem ? (
            <Callout tone="bad" icon="alert" alert>
              {problem}
            </Callout>
          ) : null}
          <Button kind="primary" big onTap={save}>
            就这样常订
          </Button>
        </>
      }
    >
      {band}
      <WeeklyForm
        table={table}
        form={form}
        onChange={next => {
          setProblem('')
          draft.set(next)
        }}
      />
    </Page>
  )
}

interface PausePageProps extends Omit<SettingProps, 'standing'> {
  at: AtTable
}
/** From when until when no meals, and why: said before and after. */
function PausePage({ eating, at, table, band, done, onBack }: PausePageProps) {
  const { eater } = eating
  const start: Pausing = { from: plusDays(table.today, 1), until: '', why: 'pause', words: '' }
  const draft = useDraft<Pausing>(`meals/pause/${eater}`, start)
  const [problem, setProblem] = useState('')
  const deed = useDeed()
  const value = draft.value
  const change = (more: Partial<Pausing>) => {
    setProblem('')
    draft.set({ ...value, ...more })
  }
  const kept = stillComing(at.slots, value, at.now, table.today)
  const save = async () => {
    if (!value.from || (value.until && value.until < value.from)) return setProblem(sayPause(value, table.today))
    const { from, until, why, words } = value
    const did = await deed('meals.pause', {
      eater,
      from,
      why,
      ...(until ? { until } : {}),
      ...(words.trim() ? { words: words.trim() } : {}),
    })
    if (!did) return
    if (!did.ok) return setProblem(did.code === 'offline' ? OFFLINE : did.problem)
    await draft.done()
    done(did.ok.words)
  }
  return (
    <Page
      title="停几天"
      heading="停到哪天"
      onBack={onBack}
      footer={
        <>
          {problem ? (
            <Callout tone="bad" icon="alert" alert>
              {problem}
            </Callout>
          ) : null}
          <Button kind="primary" big onTap={save}>
            {value.until ? '停这几天' : '停下'}
          </Button>
        </>
      }
    >
      {band}
      <Box className="k-stack m-order">
        <Choice
          label="为什么停"
          columns={2}
          options={(Object.keys(AWAYS) as Away['why'][]).map(why => ({ value: why, label: AWAYS[why] }))}
          value={value.why}
          onChange={why => change({ why })}
        />
        <Field label="从哪天停" kind="date" from={table.today} value={value.from} onChange={from => change({ from })} />
        <Field
          label="到哪天为止"
          kind="date"
          need={false}
          hint="还说不准就空着，回来了再恢复"
          from={value.from}
          value={value.until}
          onChange={until => change({ until })}
        />
        {value.why === 'other' || value.words ? (
          <Field label="说一声" need={false} max={100} value={value.words} onChange={words => change({ words })} />
        ) : null}
        <Callout tone="info" icon="calendar">
          <Box>{sayPause(value, table.today)}</Box>
          {kept ? <Box>{kept}</Box> : null}
        </Callout>
      </Box>
    </Page>
  )
}
