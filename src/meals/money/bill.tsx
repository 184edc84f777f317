/** A month of somebody's meals: who bore what. */
import type { OutputOf } from '@domain'
import { yuan } from '@domain/meals/money'
import { useState } from 'react'
import { useCall } from '@/platform'
import { Box, Callout, Card, Empty, List, Loaded, sayDay, sayMonth } from '@/ui'
import { MonthPick } from '../monthpick'
import { MEALS, sayOwn } from '../words'
import { monthOf } from './month'

type Month = OutputOf<'meals.statement'>
const GIVERS = [
  ['government', '政府'],
  ['enterprise', '企业'],
  ['charity', '慈善'],
] as const

export function Bill({ eater, today }: { eater: string; today: string }) {
  const [month, setMonth] = useState(monthOf(today))
  const from = useCall('meals.statement', { eater, month }, { keep: `meals/statement/${eater}` })
  const empty = <Empty title={`${sayMonth(month, today)}没有吃过的饭`} words="吃过的每一顿，谁出了多少，都会记在这里。" />
  return (
    <Box className="k-stack">
      <MonthPick month={month} upTo={monthOf(today)} onChange={setMonth} />
      <Loaded from={from} shape="rows" empty={empty} isEmpty={data => data.rows.length === 0}>
        {data => <Meals data={data} today={today} />}
      </Loaded>
    </Box>
  )
}

/** 11 月 12 顿，自己付了 60 元. */
const sumOf = ({ month, rows, payers }: Month, today: string) =>
  `${sayMonth(month, today)} ${rows.length} 顿，${payers.eater ? `自己付 ${yuan(payers.eater)}` : '没有花钱'}`
/** 一共 144 元，政府出 84 元. */
const restOf = ({ total, payers }: Month) =>
  [`一共 ${yuan(total)}`, ...GIVERS.flatMap(([giver, name]) => (payers[giver] ? [`${name}出 ${yuan(payers[giver])}`] : []))].join('，')

function Meals({ data, today }: { data: Month; today: string }) {
  return (
    <Box className="k-stack">
      <Card title={sumOf(data, today)} note={restOf(data)} />
      {data.paid.bill ? <Callout tone="info">{`其中 ${yuan(data.paid.bill)} 记在月结里，月底一起交`}</Callout> : null}
      <List items={[...data.rows].reverse()} keyOf={one => one.order} label="吃过的饭" unit="顿" step={31}>
        {one => <Card title={`${sayDay(one.day, today)} ${MEALS[one.meal]}`} aside={sayOwn(one)} note={`${one.kitchen} · ${one.why}`} />}
      </List>
    </Box>
  )
}
