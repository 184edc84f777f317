/** Money over the counter, one question after the other: who, how much, done. */
import { yuan } from '@domain/meals/money'
import { useState } from 'react'
import { useCall, useWrite } from '@/platform'
import { Box, Button, Callout, Card, Choice, Field, Page, Wrong } from '@/ui'
import { fenOf, yuanOf } from '../kitchens/yuan'
import { GiveBack } from './back'
import { Find, type Person } from './find'
import './money.scss'

export type Doing = 'top_up' | 'pay_bill' | 'pay_out'
export const DOING: Record<Doing, { title: string; who: string; done: (fen: number, name: string) => string }> = {
  top_up: { title: '充饭卡', who: '给谁充', done: (fen, name) => `收 ${yuan(fen)}，充进${name}的饭卡` },
  pay_bill: { title: '收月结', who: '谁来交', done: (fen, name) => `收${name} ${yuan(fen)}` },
  pay_out: { title: '退余额', who: '退给谁', done: (fen, name) => `退给${name} ${yuan(fen)}` },
}
const AMOUNTS = [5000, 10_000, 20_000]

interface Props {
  doing: Doing
  kitchen: string
  division: string
  /** The number the next receipt probably carries. */
  receipt: string
  onBack: () => void
  onDone: (words: string) => void
}

export function Desk(props: Props) {
  const [person, setPerson] = useState<Person>()
  if (person) return <Amount {...props} person={person} onBack={() => setPerson(undefined)} />
  return (
    <Page title={DOING[props.doing].title} heading={DOING[props.doing].who} onBack={props.onBack}>
      <Find division={props.division} onPick={setPerson} />
    </Page>
  )
}

function Amount({ doing, kitchen, person, receipt: next, onBack, onDone }: Props & { person: Person }) {
  const account = useCall('meals.account', { eater: person.eater })
  const write = useWrite(`meals.${doing}`)
  const [typed, setTyped] = useState('')
  const [receipt, setReceipt] = useState(next)
  const [how, setHow] = useState<'cash' | 'transfer'>('cash')
  const { balance = 0, owed = 0 } = account.data ?? {}
  const whole = doing === 'pay_bill' ? owed : balance
  const fen = fenOf(typed) ?? 0
  const words = DOING[doing].done(fen, person.call)
  const save = async () => {
    const done = await write.run({ kitchen, eater: person.eater, fen, how, receipt: receipt.trim() })
    if (done) onDone(`${words}，记好了`)
  }
  return (
    <Page
      title={DOING[doing].title}
      heading={doing === 'pay_bill' ? `${person.call}还有 ${yuan(owed)} 月结` : `${person.call}的饭卡里有 ${yuan(balance)}`}
      aside={person.door}
      onBack={onBack}
      footer={
        <>
          {write.problem && write.at !== 'receipt' ? <Wrong>{write.problem}</Wrong> : null}
          <Button big kind="primary" disabled={!fen || !receipt.trim()} busy={write.busy} onTap={save}>
            {fen ? words : '先说多少钱'}
          </Button>
        </>
      }
    >
      {doing === 'top_up' ? (
        <Choice
          label="充多少"
          columns={3}
          options={AMOUNTS.map(amount => ({ value: yuanOf(amount), label: yuan(amount) }))}
          value={typed}
          onChange={setTyped}
        />
      ) : whole ? (
        <Button onTap={() => setTyped(yuanOf(whole))}>{`全部，${yuan(whole)}`}</Button>
      ) : account.data ? (
        <Callout tone="info">{doing === 'pay_bill' ? '没有要交的月结' : '饭卡里没有钱'}</Callout>
      ) : null}
      {doing === 'pay_out' && account.data ? <GiveBack account={account.data} kitchen={kitchen} onDone={onDone} /> : null}
      <Field
        label={doing === 'top_up' ? '或者写别的数，元' : '多少钱，元'}
        kind="number"
        need={doing !== 'top_up'}
        value={typed}
        onChange={setTyped}
        max={7}
      />
      <Choice
        label="怎么给的"
        options={[
          { value: 'cash', label: '现金' },
          { value: 'transfer', label: '转账' },
        ]}
        value={how}
        onChange={setHow}
      />
      <Field
        label="收据号"
        hint="和撕给他的那张一样"
        value={receipt}
        onChange={setReceipt}
        max={30}
        error={write.at === 'receipt' ? write.problem : undefined}
      />
    </Page>
  )
}

/** A mistake on a receipt is taken back whole; both stay in the books. */
export function Correct({ kitchen, onBack, onDone }: Pick<Props, 'kitchen' | 'onBack' | 'onDone'>) {
  const write = useWrite('meals.correct_receipt')
  const [receipt, setReceipt] = useState('')
  const [why, setWhy] = useState('')
  const save = async () => {
    if (await write.run({ kitchen, receipt: receipt.trim(), why: why.trim() })) onDone(`收据 ${receipt.trim()} 作废了，两笔都留着`)
  }
  return (
    <Page
      title="更正收据"
      heading="哪张收据写错了"
      onBack={onBack}
      footer={
        <>
          {write.problem ? <Wrong>{write.problem}</Wrong> : null}
          <Button big kind="primary" disabled={!receipt.trim() || !why.trim()} busy={write.busy} onTap={save}>
            这张作废，钱退回原处
          </Button>
        </>
      }
    >
      <Box className="k-stack">
        <Field label="收据号" value={receipt} onChange={setReceipt} max={30} />
        <Field label="错在哪里" hint="比如：应该是 50 元，写成了 500 元" value={why} onChange={setWhy} max={100} />
        <Card note="原来那一笔不会抹掉，会再记一笔相反的。再收钱请另开一张收据。" />
      </Box>
    </Page>
  )
}
