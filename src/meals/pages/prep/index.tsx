import type { Prep } from '@domain/meals/contract/day'
import { sayCovers } from '@domain/meals/covers'
import { useState } from 'react'
import { useCall } from '@/platform'
import { Box, Button, Card, Empty, Page, sayNear, Tabs, Tag, useElder } from '@/ui'
import { AtKitchen } from '../../day/atkitchen'
import { DayTabs } from '../../day/daytabs'
import { Dishes, Leavings, Notes, Swaps } from '../../day/parts'
import { type Chosen, useMeal } from '../../day/use'
import { toPrint, toSettle } from '../../day/ways'
import { ordersIn, sayPrinted } from '../../day/words'
import { MEALS } from '../../words'
import '../../day/day.scss'

/** What is cooked for a meal, for whom; what stands in the way comes first. ?kitchen, day, meal. */
export default function PrepPage() {
  const chosen = useMeal()
  const prep = useCall('meals.prep', chosen.slot, { keep: 'meals/prep' })
  const { data } = prep
  const heading = data ? `${sayNear(chosen.day, chosen.today)}${MEALS[chosen.meal]} ${data.covers} 份` : '备餐'
  return (
    <Page
      title="备餐"
      heading={heading}
      aside={data?.covers ? sayCovers(data.covers, data.ways).replace(/^[^，]*，/, '') : undefined}
      wide
      at={prep.at}
      footer={data && chosen.slot ? <Next prep={data} chosen={chosen} /> : undefined}
    >
      <DayTabs chosen={chosen} />
      <AtKitchen at={chosen.at} from={prep} shape="cards">
        {(one: Prep) => (one.covers === 0 ? <Nobody prep={one} /> : <Sheet prep={one} chosen={chosen} />)}
      </AtKitchen>
    </Page>
  )
}

const Nobody = ({ prep }: { prep: Prep }) =>
  prep.published ? (
    <Empty title="还没有人订" words="有人订了，这里就有要做的份数。" />
  ) : (
    <Empty title="这一餐的菜单还没发布" words="菜单发布以后，大家才能订。" />
  )

/** The one thing to do with it. */
function Next({ prep, chosen: { slot } }: { prep: Prep; chosen: Chosen }) {
  if (!slot || prep.covers === 0) return null
  return prep.blocked.length > 0 ? (
    <Button big kind="primary" onTap={() => toSettle(slot)}>
      {`先弄好 ${ordersIn(prep.blocked)} 份`}
    </Button>
  ) : (
    <Button big kind="primary" icon="printer" onTap={() => toPrint(slot)}>
      {prep.printed.length > 0 ? '再打一张' : '打印单子'}
    </Button>
  )
}

function Sheet({ prep, chosen }: { prep: Prep; chosen: Chosen }) {
  const elder = useElder()
  return (
    <>
      <InTheWay prep={prep} chosen={chosen} />
      <SincePrinted prep={prep} />
      {elder ? (
        <OneAtATime prep={prep} />
      ) : (
        <Box className="k-split">
          <Dishes prep={prep} />
          <Box className="k-stack">
            <Swaps prep={prep} />
            <Leavings prep={prep} />
            <Notes prep={prep} />
          </Box>
        </Box>
      )}
    </>
  )
}

const InTheWay = ({ prep, chosen: { slot } }: { prep: Prep; chosen: Chosen }) =>
  prep.blocked.length > 0 && slot ? (
    <Card
      edge="bad"
      title={`${ordersIn(prep.blocked)} 份没弄好，先不能打印`}
      aside={<Tag tone="bad">要办</Tag>}
      onTap={() => toSettle(slot)}
    >
      {prep.blocked.slice(0, 4).map(one => (
        <Box key={one.order + one.why + one.dish} className="k-text">{`${one.call}：${one.words}`}</Box>
      ))}
    </Card>
  ) : null

function SincePrinted({ prep: { since, printed } }: { prep: Prep }) {
  const last = printed.find(one => one.what === 'prep')
  if (!last) return null
  if (!since?.words) return <Card edge="ok" title="备餐单打好了" note={sayPrinted(last)} />
  return (
    <Card edge="warn" title={`打印以后${since.words}`} note={`${sayPrinted(last)}，那时 ${last.covers} 份`}>
      {since.orders.length ? <Box className="k-text">{since.orders.map(one => `${WHAT[one.what]}${one.call}`).join('，')}</Box> : null}
      {since.dishes.length ? (
        <Box className="k-text">{since.dishes.map(({ name, by }) => `${name} ${by > 0 ? `多 ${by}` : `少 ${-by}`}`).join('，')}</Box>
      ) : null}
    </Card>
  )
}
const WHAT = { added: '加了', changed: '改了', gone: '不要了：' } as const

type View = 'dishes' | 'swaps' | 'leaving'
/** Elder mode: one question a screen. */
function OneAtATime({ prep }: { prep: Prep }) {
  const [view, setView] = useState<View>('dishes')
  return (
    <>
      <Tabs
        label="看哪一样"
        tabs={[
          { value: 'dishes' as View, label: '做什么' },
          { value: 'swaps' as View, label: '换什么' },
          { value: 'leaving' as View, label: '送哪里' },
        ]}
        value={view}
        onChange={setView}
      />
      {view === 'dishes' ? <Dishes prep={prep} /> : null}
      {view === 'swaps' ? (
        <>
          <Swaps prep={prep} always />
          <Notes prep={prep} />
        </>
      ) : null}
      {view === 'leaving' ? <Leavings prep={prep} /> : null}
    </>
  )
}
