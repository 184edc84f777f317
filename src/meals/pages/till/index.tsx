import type { Till } from '@domain/meals/contract/money'
import { yuan } from '@domain/meals/money'
import { useState } from 'react'
import { useCall } from '@/platform'
import { Box, Button, Callout, clock, Empty, Entries, Entry, Loaded, Page, Row, Rows, sayDay, toast, useElder } from '@/ui'
import { useKitchen } from '../../kitchens/use'
import { WhichKitchen } from '../../kitchens/which'
import { Count, offWords } from '../../money/count'
import { Correct, Desk, DOING, type Doing } from '../../money/desk'
import { Signed } from '../../money/movements'
import '../../money/money.scss'

type Step = 'start' | 'entries' | 'count' | 'correct' | Doing

/** A kitchen's till: what should lie in it, money over the counter, and the day's closing. ?kitchen= another one. */
export default function TillPage() {
  const cooking = useKitchen()
  const { kitchen, from, division } = cooking
  if (kitchen && division) return <Of key={kitchen.id} cooking={cooking} kitchen={kitchen.id} division={division} />
  return (
    <Page title="钱箱">
      {division ? (
        <Loaded from={from} isEmpty={() => true} empty={<Empty title="这里还没有厨房" words="社区开了厨房，才有钱箱。" />}>
          {() => null}
        </Loaded>
      ) : (
        <Empty title="钱箱由厨房来管" words="自己的饭卡在首页看。" />
      )}
    </Page>
  )
}

interface Props {
  cooking: ReturnType<typeof useKitchen>
  kitchen: string
  division: string
}
function Of({ cooking, kitchen, division }: Props) {
  const from = useCall('meals.till', { kitchen })
  const [step, setStep] = useState<Step>('start')
  const elder = useElder()
  const till = from.data
  const back = () => setStep('start')
  const done = (words: string) => {
    back()
    from.retry()
    toast(words)
  }
  const ways = { onBack: back, onDone: done }
  if (till && step === 'count') return <Count till={till} {...ways} />
  if (step === 'correct') return <Correct kitchen={kitchen} {...ways} />
  if (till && (step === 'top_up' || step === 'pay_bill' || step === 'pay_out'))
    return <Desk doing={step} kitchen={kitchen} division={division} receipt={till.receipt} {...ways} />
  return (
    <Page
      title={till ? `${till.name}的钱箱` : '钱箱'}
      heading={till ? `钱箱里应该有 ${yuan(till.expected)}` : undefined}
      at={from.at}
      {...(step === 'entries' ? { onBack: back } : {})}
      footer={
        till && !till.closed ? (
          <Button big kind="primary" onTap={() => setStep('count')}>
            数钱，今天结账
          </Button>
        ) : undefined
      }
    >
      <Loaded from={from} shape="rows">
        {data =>
          step === 'entries' ? (
            <Box className="k-stack">
              <Parts till={data} />
              <Entered till={data} />
            </Box>
          ) : (
            <Box className="k-stack">
              {data.closed ? <Closed closed={data.closed} /> : null}
              <Doings elder={elder} onDo={setStep} />
              {elder ? null : <Parts till={data} />}
              {elder ? null : <Entered till={data} />}
              {elder ? null : <Earlier till={data} />}
              <WhichKitchen kitchens={cooking.cooks} value={kitchen} onChange={cooking.choose} />
            </Box>
          )
        }
      </Loaded>
    </Page>
  )
}

const Closed = ({ closed }: { closed: NonNullable<Till['closed']> }) => (
  <Callout tone="ok" icon="done">
    {`今天 ${clock(closed.at)} 结过了，${closed.by}交 ${yuan(closed.counted)}，${offWords(closed.difference)}。再收的钱算明天的。`}
  </Callout>
)

const Doings = ({ elder, onDo }: { elder: boolean; onDo: (step: Step) => void }) => (
  <Entries>
    <Entry icon="card" title={DOING.top_up.title} note={elder ? undefined : '收钱，记在他名下'} onTap={() => onDo('top_up')} />
    <Entry icon="calendar" title={DOING.pay_bill.title} note={elder ? undefined : '月底一起交的饭钱'} onTap={() => onDo('pay_bill')} />
    <Entry icon="undo" title={DOING.pay_out.title} note={elder ? undefined : '饭卡不用了，退钱'} onTap={() => onDo('pay_out')} />
    <Entry icon="edit" title="更正收据" note={elder ? undefined : '写错了，作废重写'} onTap={() => onDo('correct')} />
    {elder ? <Entry icon="list" title="看每一笔" onTap={() => onDo('entries')} /> : null}
  </Entries>
)

const PARTS = [
  ['meals', '饭钱'],
  ['topUps', '充饭卡'],
  ['bills', '交月结'],
  ['givenBack', '退出去的'],
] as const
const Parts = ({ till }: { till: Till }) => (
  <Rows title="这些钱从哪来">
    {PARTS.map(([part, name]) => (
      <Row key={part} title={name} aside={yuan(till.parts[part])} />
    ))}
  </Rows>
)

const Entered = ({ till }: { till: Till }) =>
  till.entries.length ? (
    <Rows title="每一笔">
      {till.entries.slice(0, 60).map(one => (
        <Row key={one.id} title={one.words} note={`${clock(one.at)} · ${one.by}`} aside={<Signed fen={one.fen} />} />
      ))}
    </Rows>
  ) : (
    <Empty title="今天还没有收现金" words="饭交到手里，现金就会自己记上。" />
  )

const Earlier = ({ till }: { till: Till }) =>
  till.earlier.length ? (
    <Rows title="以前的结账">
      {till.earlier.map(one => (
        <Row
          key={one.day}
          title={sayDay(one.day, till.day)}
          note={[`${one.by}交 ${yuan(one.counted)}`, one.why].filter(Boolean).join(' · ')}
          aside={offWords(one.difference)}
        />
      ))}
    </Rows>
  ) : null
