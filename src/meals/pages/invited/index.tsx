import type { OutputOf } from '@domain'
import type { PartyAnswer } from '@domain/meals/contract/table'
import { useState } from 'react'
import { useCall, useDeed, useMe } from '@/platform'
import { Button, Callout, Card, Choice, Empty, Loaded, Page, Row, Rows, Stepper, sayDay, sayNear, toast } from '@/ui'
import { useEater } from '../../eater'
import { Keep } from '../../party/keep'
import { Band } from '../../whom'

type Party = OutputOf<'meals.parties'>[number]

/** The group birthdays somebody is invited to, and which birthday they keep. ?eater= */
export default function Screen() {
  const eating = useEater()
  const { eater } = eating
  const parties = useCall('meals.parties', eater ? { eater } : null)
  const birthday = useCall('meals.birthday', eater ? { eater } : null)
  const [keeping, setKeeping] = useState(false)
  const me = useMe()
  const open = parties.data?.find(one => one.answer === 'asked')
  return (
    <Page title="过生日" heading={open ? '请您来过集体生日' : (birthday.data?.greeting ?? '过生日')} at={parties.at}>
      <Band eating={eating} call={birthday.data?.call} doing="回话" />
      {eater ? (
        <Loaded
          from={parties}
          isEmpty={list => list.length === 0}
          empty={<Empty title="现在没有请过生日" words="社区每个月办一次集体生日，请了您，这里和通知里都看得到。" />}
        >
          {list => list.map(one => <Invitation key={one.party} party={one} eater={eater} today={me.day} onDone={parties.retry} />)}
        </Loaded>
      ) : (
        <Loaded
          from={eating.from}
          isEmpty={() => true}
          empty={<Empty title="还不知道您是哪一位" words="请社区把您的账号和住户资料对上，请您过生日时就能在这里回话。" />}
        >
          {() => null}
        </Loaded>
      )}
      {birthday.data ? (
        <Rows title="过哪天的生日">
          <Row
            title={birthday.data.words ?? '还不知道生日'}
            note={birthday.data.next ? `下一次是${sayDay(birthday.data.next, me.day)}` : '告诉我们，到时候好请您'}
            onTap={() => setKeeping(true)}
          />
        </Rows>
      ) : null}
      {keeping && birthday.data ? (
        <Keep
          eater={eater}
          kept={birthday.data}
          onClose={() => setKeeping(false)}
          onDone={() => {
            setKeeping(false)
            birthday.retry()
          }}
        />
      ) : null}
    </Page>
  )
}

const OPTIONS: { value: Exclude<PartyAnswer, 'asked'>; label: string; note?: string }[] = [
  { value: 'coming', label: '来' },
  { value: 'fetch', label: '来，要人接' },
  { value: 'cannot', label: '来不了' },
]

function Invitation({ party, eater, today, onDone }: { party: Party; eater: string; today: string; onDone: () => void }) {
  const [answer, setAnswer] = useState(party.answer)
  const [companions, setCompanions] = useState(party.companions)
  const deed = useDeed()
  const say = async (next: Exclude<PartyAnswer, 'asked'>, many = companions) => {
    setAnswer(next)
    const did = await deed('meals.answer_party', { eater, party: party.party, answer: next, companions: many })
    if (did && !did.ok) {
      setAnswer(party.answer)
      return toast(did.problem, { tone: 'bad' })
    }
    if (did) toast(next === 'cannot' ? '知道了，祝您生日快乐' : next === 'fetch' ? '好，到时候有人去接' : '好，到时候见')
    onDone()
  }
  const more = (many: number) => {
    setCompanions(many)
    if (answer === 'coming' || answer === 'fetch') void say(answer, many)
  }
  return (
    <Card title={`${sayDay(party.day, today)} ${party.from}`} note={`${sayNear(party.day, today)}，在${party.place}`}>
      {party.note ? <Callout icon="info">{party.note}</Callout> : null}
      <Choice label="来不来" options={OPTIONS} value={answer === 'asked' ? null : answer} onChange={next => say(next)} />
      {answer === 'coming' || answer === 'fetch' ? (
        <Stepper label="带几位家里人" unit="位" max={5} value={companions} onChange={more} />
      ) : null}
      {answer === 'asked' ? null : (
        <Button kind="quiet" onTap={onDone}>
          想改主意，点上面另一个就行
        </Button>
      )}
    </Card>
  )
}
