import type { OutputOf } from '@domain'
import { PAYERS } from '@domain/meals/contract'
import { yuan } from '@domain/meals/money'
import { useState } from 'react'
import { membership, useCall, useMe, useQuery, useWide } from '@/platform'
import { Box, Empty, Figure, Figures, Loaded, Page, Row, Rows, Section, sayMonth, Table } from '@/ui'
import { Claim } from '../../money/claim'
import { monthOf } from '../../money/month'
import { toAccount } from '../../money/ways'
import { MonthPick } from '../../monthpick'
import '../../money/money.scss'

type Month = OutputOf<'meals.statements'>
type Kitchen = Month['kitchens'][number]

/** A community's month in money: who bears what, what is claimed, who has a bill. ?community= another one, for those above. */
export default function Statements() {
  const me = useMe()
  const asked = useQuery().community
  const held = membership(me, 'community', 'kitchen')
  const community = asked ?? held?.scope.slice(0, 12)
  const today = me.day
  const [month, setMonth] = useState<string>()
  const at = month ?? (today ? monthOf(today) : undefined)
  const from = useCall('meals.statements', community && at ? { community, month: at } : null)
  const total = from.data?.kitchens.reduce((sum, one) => sum + one.total, 0) ?? 0
  if (!community) return <Nothing />
  return (
    <Page title="餐费账" heading={from.data && at ? `${sayMonth(at, today)}一共 ${yuan(total)}` : undefined} wide at={from.at}>
      {at ? <MonthPick month={at} upTo={monthOf(today)} onChange={setMonth} /> : null}
      <Loaded from={from} shape="figures">
        {data => (
          <Box className="k-stack">
            <Payers data={data} />
            <Kitchens data={data} />
            {held && at ? <Claim key={at} community={community} month={at} /> : null}
            <Bills data={data} />
            <Accounts data={data} />
          </Box>
        )}
      </Loaded>
    </Page>
  )
}

const Nothing = () => (
  <Page title="餐费账">
    <Empty title="餐费账由社区和厨房来看" words="自己的饭钱，在“饭卡”里看。" />
  </Page>
)

const NAMES = { eater: '大家自己付', government: '政府出', enterprise: '企业出', charity: '慈善出' } as const
const sum = (kitchens: Kitchen[], payer: keyof typeof NAMES) => kitchens.reduce((all, one) => all + one.payers[payer], 0)

const Payers = ({ data: { kitchens } }: { data: Month }) => (
  <Figures>
    {PAYERS.map(payer => (
      <Figure key={payer} label={NAMES[payer]} value={yuan(sum(kitchens, payer))} />
    ))}
  </Figures>
)

function Kitchens({ data: { kitchens } }: { data: Month }) {
  const wide = useWide()
  if (!kitchens.length) return <Empty title="这个月还没有吃过的饭" words="饭送到了、取走了，账就会出来。" />
  if (!wide)
    return (
      <Rows title="每个厨房">
        {kitchens.map(one => (
          <Row
            key={one.kitchen}
            title={one.name}
            note={`${one.meals} 顿 · ${PAYERS.map(payer => `${NAMES[payer]} ${yuan(one.payers[payer])}`).join(' · ')}`}
            aside={yuan(one.total)}
          />
        ))}
      </Rows>
    )
  return (
    <Section title="每个厨房">
      <Table
        caption="每个厨房谁出了多少"
        rows={kitchens}
        keyOf={one => one.kitchen}
        columns={[
          { title: '厨房', cell: one => one.name },
          { title: '几顿', right: true, cell: one => one.meals },
          { title: '餐费', right: true, cell: one => yuan(one.total) },
          ...PAYERS.map(payer => ({ title: NAMES[payer], right: true, cell: (one: Kitchen) => yuan(one.payers[payer]) })),
          { title: '当面付的', right: true, cell: one => yuan(one.paid.cash) },
          { title: '饭卡付的', right: true, cell: one => yuan(one.paid.account) },
          { title: '记月结的', right: true, cell: one => yuan(one.paid.bill) },
        ]}
      />
    </Section>
  )
}

const Bills = ({ data: { bills } }: { data: Month }) =>
  bills.length ? (
    <Rows title="月结，要向这些人收">
      {bills.map(one => (
        <Row key={one.eater} title={one.who} note={`${one.meals} 顿`} aside={yuan(one.fen)} onTap={() => toAccount(one.eater)} />
      ))}
    </Rows>
  ) : null

const Accounts = ({ data: { accounts } }: { data: Month }) => (
  <Rows title="饭卡">
    <Row title="充进来" aside={yuan(accounts.topUps)} />
    <Row title="吃饭用掉" aside={yuan(accounts.spent)} />
    <Row title="退出去" aside={yuan(accounts.givenBack)} />
  </Rows>
)
