import type { OutputOf } from '@domain'
import type { ShiftCard, SignUp } from '@domain/shifts/contract'
import { SIGN_WORDS } from '@domain/shifts/words'
import { useState } from 'react'
import { useCall } from '@/platform'
import { ago, Box, Button, Buttons, Callout, Field, Loaded, Row, Rows, Section, Sheet, Tag, type Tone } from '@/ui'
import { useAct } from './act'

type Led = OutputOf<'shifts.shift'>
const LIVE: SignUp['state'][] = ['asked', 'on', 'offered', 'waiting']
const TONES: { [state in SignUp['state']]?: Tone } = { asked: 'warn', on: 'ok', offered: 'info', waiting: 'info' }

/** For whoever leads the shift: those who wait for a nod first, then everybody in it and what became of the others. */
export function LedShift({ led, now, onDone }: { led: Led; now: number; onDone: () => void }) {
  const [open, setOpen] = useState('')
  const people = led.people ?? []
  const shown = people.find(one => one.account === open)
  const done = () => {
    setOpen('')
    onDone()
  }
  const parts: [string, SignUp[]][] = [
    ['等您点头', people.filter(one => one.state === 'asked')],
    ['在这个班里', people.filter(one => one.state === 'on' || one.state === 'offered')],
    ['排着队的', people.filter(one => one.state === 'waiting')],
    ['退了的、没排上的', people.filter(one => !LIVE.includes(one.state))],
  ]
  return (
    <Box className="k-stack">
      {parts.map(([title, some]) =>
        some.length === 0 ? null : (
          <Section key={title} title={title}>
            <Rows>
              {some.map(one => (
                <Row
                  key={one.id}
                  title={one.name}
                  note={[one.roleName, one.cover ? `请人替：${one.cover}` : one.why].filter(Boolean).join('，')}
                  aside={<Tag tone={TONES[one.state] ?? 'plain'}>{one.queue ? `排第 ${one.queue}` : SIGN_WORDS[one.state]}</Tag>}
                  onTap={() => setOpen(one.account)}
                />
              ))}
            </Rows>
          </Section>
        ),
      )}
      {shown ? <OnePerson one={shown} shift={led.card} now={now} onDone={done} onClose={() => setOpen('')} /> : null}
    </Box>
  )
}

interface OneProps {
  one: SignUp
  shift: ShiftCard
  now: number
  onDone: () => void
  onClose: () => void
}
function OnePerson({ one, shift, now, onDone, onClose }: OneProps) {
  const [why, setWhy] = useState('')
  const [wrong, setWrong] = useState('')
  const act = useAct(onDone)
  const whom = { shift: shift.id, account: one.account }
  const must = (work: () => unknown) => (why.trim() ? work() : setWrong('写一句为什么，对方会看到'))
  const isAsked = one.state === 'asked'
  const begun = now >= shift.from
  const actions = isAsked ? (
    <Buttons>
      <Button onTap={() => must(() => act('shifts.decide', { ...whom, yes: false, why }, '回了，位子让出来了'))}>这次不安排</Button>
      <Button kind="primary" onTap={() => act('shifts.decide', { ...whom, yes: true }, '点头了，对方会收到')}>
        点头
      </Button>
    </Buttons>
  ) : (
    <Button kind="danger" onTap={() => must(() => act('shifts.take_out', { ...whom, why }, '换下来了，对方会收到'))}>
      换下来
    </Button>
  )
  const live = LIVE.includes(one.state) && !begun
  return (
    <Sheet title={one.name} onClose={onClose} actions={live ? actions : undefined}>
      <Box className="k-stack">
        <Happened shift={shift.id} account={one.account} now={now} />
        {live ? <Field label="说一句为什么" need={!isAsked} value={why} onChange={setWhy} max={100} error={wrong} /> : null}
      </Box>
    </Sheet>
  )
}

/** What happened to a sign-up, and what each rule said. */
function Happened({ shift, account, now }: { shift: string; account: string; now: number }) {
  const from = useCall('shifts.signup_history', { shift, account })
  return (
    <Loaded from={from} shape="rows" isEmpty={() => false}>
      {({ history, trace }) => (
        <Box className="k-stack">
          <Rows title="经过">
            {history.map(one => (
              <Row
                key={`${one.at}${one.what}`}
                title={one.what}
                note={[one.by, one.why].filter(Boolean).join('：')}
                aside={ago(one.at, now)}
              />
            ))}
          </Rows>
          {trace.length > 0 ? (
            <Rows title="规则怎么说">
              {trace.map(one => (
                <Row
                  key={one.rule}
                  title={one.rule}
                  note={one.why}
                  aside={<Tag tone={one.holds ? 'warn' : 'plain'}>{one.holds ? '符合' : '不符合'}</Tag>}
                />
              ))}
            </Rows>
          ) : (
            <Callout>没有规则拦着。</Callout>
          )}
        </Box>
      )}
    </Loaded>
  )
}
