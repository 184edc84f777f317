import { addDays } from '@domain/days'
import type { Meal } from '@domain/meals/contract'
import type { Kitchen, Menu } from '@domain/meals/contract/kitchens'
import { useState } from 'react'
import { membership, useCall, useMe, useWide, useWrite } from '@/platform'
import { ask, Button, Buttons, Callout, Empty, Loaded, Page, Row, Rows, Table, Tabs, Tag, toast, Wrong } from '@/ui'
import { useKitchen, useServerTime } from '../../kitchens/use'
import { toDishes, toKitchen, toPlan } from '../../kitchens/ways'
import {
  mondayIn,
  type PlannedDay,
  STATES,
  sayDate,
  sayDishes,
  sayWeek,
  totals,
  WEEKS,
  type Week,
  weekName,
  weekOf,
} from '../../kitchens/week'
import { firstMeal, WhichKitchen, WhichMeal } from '../../kitchens/which'

/** The week's menu at a glance: planned day by day, copied from the week before, published with one button. ?kitchen= another one. */
export default function MenuWeek() {
  const { from, kitchen, cooks, choose, division } = useKitchen()
  const own = cooks.filter(one => division && one.community.startsWith(division))
  if (kitchen) return <OfKitchen key={kitchen.id} kitchen={kitchen} kitchens={own.length ? own : cooks} choose={choose} />
  return (
    <Page title="菜单">
      {division ? (
        <Loaded
          from={from}
          shape="rows"
          isEmpty={() => cooks.length === 0}
          empty={<Empty title="这里还没有厨房" words="请社区先开一个厨房，再来排菜单。" />}
        >
          {() => null}
        </Loaded>
      ) : (
        <Empty title="菜单由厨房来排" words="您可以在首页看这周吃什么、订餐。" />
      )}
    </Page>
  )
}

interface Props {
  kitchen: Kitchen
  kitchens: Kitchen[]
  choose: (kitchen: string) => void
}
function OfKitchen({ kitchen, kitchens, choose }: Props) {
  const me = useMe()
  const now = useServerTime()
  const [week, setWeek] = useState<Week>('0')
  const [meal, setMeal] = useState<Meal>(firstMeal(kitchen))
  const monday = mondayIn(me.day, week)
  const menus = useCall('meals.menus', { kitchen: kitchen.id, from: monday, days: 7 }, { keep: `menus/${kitchen.id}/${week}` })
  const days = menus.data ? weekOf(kitchen, monday, meal, menus.data, now) : undefined
  const may = Boolean(membership(me, 'kitchen', 'community'))
  return (
    <Page
      title={`${kitchen.name}的菜单`}
      tab="menus"
      heading={days ? sayWeek(days, week) : undefined}
      wide
      at={menus.at}
      footer={
        days && may ? (
          <Acts kitchen={kitchen} week={week} monday={monday} menus={menus.data ?? []} days={days} onDone={menus.retry} />
        ) : undefined
      }
    >
      <Tabs label="哪一周" tabs={WEEKS} value={week} onChange={setWeek} />
      <WhichMeal kitchen={kitchen} value={meal} onChange={setMeal} />
      <Loaded from={menus} shape="rows" isEmpty={() => false}>
        {() => <Days kitchen={kitchen} meal={meal} days={days ?? []} />}
      </Loaded>
      <WhichKitchen kitchens={kitchens} value={kitchen.id} onChange={choose} />
      <Buttons>
        <Button icon="list" onTap={() => toDishes(kitchen.id)}>
          看菜谱、加新菜
        </Button>
        {may ? (
          <Button icon="clock" onTap={() => toKitchen(kitchen.id)}>
            开饭时间、哪天不开
          </Button>
        ) : null}
      </Buttons>
    </Page>
  )
}

function Days({ kitchen, meal, days }: { kitchen: Kitchen; meal: Meal; days: PlannedDay[] }) {
  const wide = useWide()
  const open = ({ day, state, menu }: PlannedDay) => (state === 'shut' && !menu ? undefined : () => toPlan(kitchen.id, day, meal))
  const row = (one: PlannedDay) => (
    <Row
      key={one.day}
      title={sayDate(one.day)}
      note={one.state === 'shut' ? one.why : sayDishes(one.menu, 3)}
      aside={<State of={one} />}
      onTap={open(one)}
    />
  )
  const [ahead, past] = [days.filter(one => one.state !== 'past'), days.filter(one => one.state === 'past')]
  if (!wide)
    return (
      <>
        {ahead.length ? <Rows>{ahead.map(row)}</Rows> : null}
        {past.length ? <Rows title="过了的">{past.map(row)}</Rows> : null}
      </>
    )
  const number = (of: keyof ReturnType<typeof totals>) => (one: PlannedDay) => (one.menu ? String(totals(one.menu)[of]) : '')
  return (
    <Table
      caption="这一周的菜单"
      rows={days}
      keyOf={one => one.day}
      onOpen={one => open(one)?.()}
      columns={[
        { title: '哪天', cell: one => sayDate(one.day) },
        { title: '做什么', cell: one => (one.state === 'shut' ? (one.why ?? '') : sayDishes(one.menu, 8)) },
        { title: '做多少份', right: true, cell: number('portions') },
        { title: '订出去', right: true, cell: number('sold') },
        { title: '长期订的', right: true, cell: number('held') },
        { title: '还剩', right: true, cell: number('left') },
        { title: '发布了没有', cell: one => <State of={one} /> },
      ]}
    />
  )
}

const State = ({ of: { state } }: { of: PlannedDay }) => <Tag tone={STATES[state].tone}>{STATES[state].words}</Tag>

interface ActsProps {
  kitchen: Kitchen
  week: Week
  monday: string
  menus: Menu[]
  days: PlannedDay[]
  onDone: () => void
}
/** Publishing comes first where something waits for it; else copying the week before onto the days that are empty. */
function Acts({ kitchen, week, monday, menus, days, onDone }: ActsProps) {
  const copying = useWrite('meals.copy_menus')
  const publishing = useWrite('meals.publish_menus')
  const [left, setLeft] = useState('')
  const drafts = new Set(menus.filter(one => !one.published).map(one => one.day))
  const waits = days.filter(one => drafts.has(one.day) && one.state !== 'past' && one.state !== 'shut').length
  const empty = days.filter(one => one.state === 'none').length
  const copy = async () => {
    const done = await copying.run({ kitchen: kitchen.id, from: addDays(monday, -7), to: monday })
    if (!done) return
    const dropped = done.dropped?.length ? `，${done.dropped.join('、')}不做了，没有抄` : ''
    setLeft(dropped ? `抄过来了${dropped}` : '')
    toast(done.copied.length ? `抄过来 ${done.copied.length} 天，看一看再发布` : '没有要抄的，这几天都排好了')
    onDone()
  }
  const publish = async () => {
    const yes = await ask({
      title: `发布${weekName(week)}的 ${waits} 天菜单？`,
      words: '发布以后大家就能订餐。有人订了的菜不能再去掉。',
      yes: '发布',
    })
    if (!yes) return
    const done = await publishing.run({ kitchen: kitchen.id, from: monday, until: addDays(monday, 6) })
    if (!done) return
    toast(`${weekName(week)}的菜单发布了，现在就能订`)
    onDone()
  }
  const problem = copying.problem ?? publishing.problem
  if (!waits && !empty) return null
  return (
    <>
      {problem ? <Wrong>{problem}</Wrong> : null}
      {left ? <Callout tone="warn">{left}</Callout> : null}
      <Buttons column>
        {waits ? (
          <Button big kind="primary" icon="horn" busy={publishing.busy} onTap={publish}>
            {`发布${weekName(week)}的菜单`}
          </Button>
        ) : null}
        {empty ? (
          <Button big={!waits} kind={waits ? 'plain' : 'primary'} icon="repeat" busy={copying.busy} onTap={copy}>
            {waits ? `没排的 ${empty} 天，照抄前一周` : '照抄前一周的菜单'}
          </Button>
        ) : null}
      </Buttons>
    </>
  )
}
