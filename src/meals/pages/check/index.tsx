import { OUTCOME_WORDS } from '@domain/meals/checkwords'
import type { Callable, Check, CheckInFull } from '@domain/meals/contract/checks'
import type { Rung } from '@domain/meals/ladder'
import { useState } from 'react'
import { back, dial, useMe, useQuery } from '@/platform'
import { Box, Button, Buttons, Callout, Card, Elapsed, Loaded, Page, Row, Rows, Section, sayDay, Tag, useElder } from '@/ui'
import { callFor, Found } from '../../checks/calling'
import { reachable } from '../../checks/card'
import { Ending } from '../../checks/ending'
import { Ladder } from '../../checks/ladder'
import { useCheck } from '../../checks/use'
import { toKnock } from '../../checks/ways'
import { headingOf, nextWords, RUNG_SHORT } from '../../checks/words'

type Doing = { kind: 'found'; rung: Rung } | { kind: 'ending' } | { kind: 'people' }

/** Looking for one person; ?check= its id. What to do now is the one big button. */
export default function OneCheck() {
  const { check = '' } = useQuery()
  const { one, now } = useCheck(check)
  const [doing, setDoing] = useState<Doing>()
  const known = one.data?.check
  const done = () => {
    setDoing(undefined)
    one.retry()
  }
  return (
    <Page
      title="找人"
      wide
      heading={known ? (known.closed ? `${known.call}：${OUTCOME_WORDS[known.closed.outcome]}` : headingOf(known)) : undefined}
      aside={known && !known.closed ? <Elapsed big since={known.since} now={now} /> : undefined}
      at={one.at}
      footer={one.data && !one.data.check.closed ? <Now full={one.data} onDoing={setDoing} /> : undefined}
    >
      <Loaded from={one}>{full => <Whole full={full} onDoing={setDoing} />}</Loaded>
      {known && doing?.kind === 'found' ? (
        <Found check={known} rung={doing.rung} onClose={() => setDoing(undefined)} onDone={done} />
      ) : null}
      {known && doing?.kind === 'ending' ? <Ending check={known} onClose={() => setDoing(undefined)} onDone={done} /> : null}
    </Page>
  )
}

interface Parts {
  full: CheckInFull
  onDoing: (doing: Doing) => void
}

/** The one thing to do on the rung that is open: the call, the knock, or the ambulance. */
function Now({ full: { check, callable }, onDoing }: Parts) {
  const isWorker = useMe().memberships.some(({ role }) => role === 'grid')
  const asked = (rung: Rung) => () => onDoing({ kind: 'found', rung })
  const ring = async (rung: Rung, whom: string) => {
    if (await callFor(check.id, whom)) asked(rung)()
  }
  if (check.rung === 'knock' && isWorker)
    return (
      <>
        <Button onTap={asked('knock')}>记结果</Button>
        <Button kind="primary" big icon="door" onTap={() => toKnock(check.household)}>
          {`去敲 ${check.door}`}
        </Button>
      </>
    )
  if (check.rung === 'duty')
    return (
      <>
        <Button onTap={asked('duty')}>记结果</Button>
        <Button kind="primary" big icon="phone" onTap={() => void dial('120')}>
          打 120
        </Button>
      </>
    )
  const rung = reachable(check)
  const whom = callable.find(one => one.rung === rung)
  return (
    <>
      <Button onTap={asked(check.rung)}>记结果</Button>
      <Button kind="primary" big icon="phone" disabled={!whom} onTap={() => whom && ring(check.rung, whom.whom)}>
        {whom ? `打给${whom.words === '本人' ? '' : whom.words.split('，')[0]}${whom.name}` : '没有登记电话'}
      </Button>
    </>
  )
}

function Whole({ full, onDoing }: Parts) {
  const { check, callable, notes, earlier } = full
  const elder = useElder()
  const [all, setAll] = useState(false)
  const found = check.closed ? undefined : (rung: Rung) => onDoing({ kind: 'found', rung })
  const shows = !elder || all || check.closed
  return (
    <Box className="k-stack">
      {check.closed ? <EndWords check={check} /> : <Why check={check} notes={notes} />}
      {elder && !check.closed ? (
        <Buttons>
          <Button kind="soft" onTap={() => onDoing({ kind: 'ending' })}>
            人找到了
          </Button>
          <Button onTap={() => setAll(!all)}>{all ? '收起来' : '看走到哪一步'}</Button>
        </Buttons>
      ) : null}
      {shows ? (
        <Box className="k-split">
          <Section title="走到哪一步">
            <Ladder check={check} onFound={elder ? undefined : found} />
          </Section>
          {check.closed ? null : <People check={check} callable={callable} />}
        </Box>
      ) : null}
      {!elder && !check.closed ? (
        <Button kind="soft" icon="done" onTap={() => onDoing({ kind: 'ending' })}>
          人找到了
        </Button>
      ) : null}
      {earlier.length ? <Earlier full={full} /> : null}
      {check.closed ? <Button onTap={back}>回去</Button> : null}
    </Box>
  )
}

const Why = ({ check, notes }: { check: Check; notes: string[] }) => (
  <Card
    title={`${check.door}${check.age ? `，${check.age} 岁` : ''}`}
    edge="bad"
    aside={check.fast ? <Tag tone="warn">要快</Tag> : undefined}
  >
    <Box className="k-text">{check.why}</Box>
    <Box className="k-note">{nextWords(check)}</Box>
    {notes.map(note => (
      <Callout key={note} tone="warn" icon="info">
        {note}
      </Callout>
    ))}
  </Card>
)

function EndWords({ check: { closed, since } }: { check: Check }) {
  if (!closed) return null
  const minutes = Math.max(1, Math.round((closed.at - since) / 60_000))
  return (
    <Card edge="ok" title={`${closed.by}：${closed.words}`} note={`用了 ${minutes} 分钟`}>
      {closed.until ? <Box className="k-text">{`到 ${sayDay(closed.until)}为止不用找，过了那天照样提醒`}</Box> : null}
    </Card>
  )
}

/** Everybody who can be called, one tap each; each call is written down. */
const People = ({ check, callable }: { check: Check; callable: Callable[] }) => (
  <Section title="能找谁">
    {callable.length ? (
      <Rows>
        {callable.map(({ whom, rung, name, words }) => (
          <Row
            key={whom}
            icon="phone"
            title={name}
            note={words}
            aside={<Tag>{RUNG_SHORT[rung]}</Tag>}
            onTap={() => callFor(check.id, whom)}
          />
        ))}
        <Row icon="doctor" title="120" note="急救" onTap={() => void dial('120')} />
        <Row icon="shield" title="110" note="开不了门、怕出事" onTap={() => void dial('110')} />
      </Rows>
    ) : (
      <Card title="没有登记电话" note="请直接上门，或者问问同楼的人。" />
    )}
  </Section>
)

const Earlier = ({ full: { earlier } }: { full: CheckInFull }) => (
  <Rows title="今天早先找过">
    {earlier.map(({ since, closed }) => (
      <Row key={since} title={OUTCOME_WORDS[closed.outcome]} note={`${closed.by}：${closed.words}`} />
    ))}
  </Rows>
)
