import type { CallAnswer, Callee, CallList } from '@domain/shifts/contract/desk'
import { useState } from 'react'
import { dial, useDeed, useWrite } from '@/platform'
import { ago, Box, Button, Buttons, Card, Row, Rows, Tag, toast, useElder } from '@/ui'
import { ANSWER_WORDS } from './words'

const WHY = '打电话说能来'
const askedSaid = ({ asked }: Callee) => (asked > 0 ? `上次问是${ago(asked, Date.now())}` : '还没问过')
export const noteOf = (one: Callee) =>
  [one.free ? '那会儿有空' : '没说那会儿有空', one.came > 0 ? `来过 ${one.came} 次` : '还没来过', askedSaid(one), one.warn]
    .filter(Boolean)
    .join('，')

/** Rings them up: the number is asked for, written down and dialled; it is never shown. */
export function Ring({ one }: { one: Callee }) {
  const look = useWrite('shifts.dial_volunteer')
  const ring = async () => {
    const found = await look.run({ account: one.account })
    if (found) await dial(found.number)
  }
  return (
    <>
      {look.problem ? <Box className="k-note">{look.problem}</Box> : null}
      <Button kind="primary" big icon="phone" busy={look.busy} onTap={ring}>
        {`打给${one.name}`}
      </Button>
    </>
  )
}

/** The one to ring now, and what they said: a yes puts them on the shift at once, past the queue. */
export function Calling({ list, one, onDone }: { list: CallList; one: Callee; onDone: () => void }) {
  const deed = useDeed()
  const [busy, setBusy] = useState(false)
  const note = async (said: CallAnswer) => {
    const did = await deed('shifts.rung', { shift: list.shift, account: one.account, said })
    if (did?.ok === undefined && did) toast(did.problem, { tone: 'bad' })
    else onDone()
  }
  const comes = async () => {
    setBusy(true)
    const did = await deed('shifts.put_in', { shift: list.shift, role: list.role, account: one.account, why: WHY })
    if (did?.ok) {
      toast(`${one.name}排上了`, { tone: 'ok' })
      await note('coming')
    } else if (did) toast(did.problem, { tone: 'bad' })
    setBusy(false)
  }
  return (
    <Card title={one.name} note={noteOf(one)} aside={<Tag>{one.phoneMask}</Tag>}>
      <Button kind="soft" icon="check" busy={busy} onTap={comes}>
        能来，排上
      </Button>
      <Buttons>
        <Button onTap={() => note('cannot')}>来不了</Button>
        <Button onTap={() => note('silent')}>没人接</Button>
      </Buttons>
    </Card>
  )
}

/** Everybody else who fits; tapping one makes them the one to ring. */
export function Others({ people, onChoose }: { people: readonly Callee[]; onChoose: (account: string) => void }) {
  const elder = useElder()
  if (people.length === 0 || elder) return null
  return (
    <Rows title="接下来">
      {people.map(one => (
        <Row
          key={one.account}
          title={one.name}
          note={noteOf(one)}
          aside={one.answer ? <Tag tone={one.answer.said === 'coming' ? 'ok' : 'plain'}>{ANSWER_WORDS[one.answer.said]}</Tag> : undefined}
          onTap={() => onChoose(one.account)}
        />
      ))}
    </Rows>
  )
}

/** Why the rest of the volunteers are not on the list. */
export const Unfit = ({ others }: { others: CallList['others'] }) =>
  others.length === 0 ? null : (
    <Box className="k-note">{`不在名单上的：${others.map(one => `${one.why} ${one.count} 人`).join('，')}。`}</Box>
  )
