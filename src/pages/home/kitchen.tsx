import type { OutputOf } from '@domain'
import type { Me } from '@domain/account/contract'
import type { Alarm, MealDay, Todo } from '@domain/meals/contract/day'
import { sayCovers } from '@domain/meals/covers'
import { MEAL_WORDS } from '@domain/meals/serving'
import { useState } from 'react'
import { go, useCall } from '@/platform'
import { RiskBand } from '@/shifts/desk/band'
import { toBoard, toPlan, toThanks } from '@/shifts/ways'
import { Box, Button, Card, Choice, clock, Entries, Entry, Loaded, Page, Row, Rows, Sheet, sayDay, Tag, useElder } from '@/ui'

type Today = OutputOf<'meals.kitchen_day'>
const at = (page: string) => `/meals/pages/${page}/index`

/** The kitchen's home: how many, the one thing to do now, what is wrong. The kitchen lead is 67. */
export function KitchenHome({ me, community }: { me: Me; community: string }) {
  const elder = useElder()
  const [kitchen, setKitchen] = useState<string>()
  const today = useCall('meals.kitchen_day', { community, ...(kitchen ? { kitchen } : {}) }, { keep: 'home-kitchen' })
  const { data } = today
  const main = data && mealNow(data)
  const heading = main ? `${TIMES[main.meal]} ${main.covers} 份` : '今天厨房'
  return (
    <Page
      title={data?.name ?? me.name}
      heading={heading}
      aside={main?.covers ? sayCovers(main.covers, main.ways).replace(/^[^，]*，/, '') : data ? sayDay(data.day) : undefined}
      tab="home"
      modes
      wide
      at={today.at}
      footer={data ? <Now todo={data.todo} kitchen={data.kitchen} /> : undefined}
    >
      <Loaded from={today} shape="cards">
        {one => (
          <>
            {one.todo.what === 'rest' ? null : <Box className="k-text">{`${one.todo.title}：${one.todo.words}`}</Box>}
            <Wrongs alarms={elder ? worst(one.alarms) : one.alarms} kitchen={one.kitchen} />
            {elder ? null : <RiskBand community={community} />}
            <Box className="k-split">
              <Box className="k-stack">
                {(elder ? (main ? [main] : []) : one.meals).map(meal => (
                  <MealCard key={meal.meal} meal={meal} day={one} />
                ))}
              </Box>
              {elder ? <ElderWays today={one} /> : <Ways today={one} meal={main?.meal} unread={me.unread} />}
            </Box>
            {elder ? <ElderMore kitchen={one.kitchen} /> : null}
            {one.others.length && !elder ? <Which today={one} onChange={setKitchen} /> : null}
          </>
        )}
      </Loaded>
    </Page>
  )
}

const TIMES = { breakfast: '今天早上', lunch: '今天中午', dinner: '今天晚上' } as const

/** The meal being cooked or served, else the next one that is ordered, else the last. */
const mealNow = ({ meals }: Today): MealDay | undefined =>
  meals.find(({ stage }) => stage === 'cooking' || stage === 'serving') ??
  meals.find(({ stage, covers }) => stage === 'ordering' && covers > 0) ??
  meals.find(({ stage }) => stage === 'ordering') ??
  [...meals].reverse().find(({ covers }) => covers > 0) ??
  meals[0]

const WHERE: { [what in Todo['what']]: string | undefined } = {
  ...{ publish: 'menu', settle: 'settle', print: 'print', reprint: 'prep', measure: 'safety', sample: 'safety' },
  ...{ rounds: 'rounds', till: 'till', rest: undefined },
}

/** The one thing to do now, at the foot, in the reach of a thumb. */
function Now({ todo, kitchen }: { todo: Todo; kitchen: string }) {
  const page = WHERE[todo.what]
  if (!page) return null
  return (
    <Button big kind="primary" onTap={() => go(at(page), { kitchen, day: todo.day, meal: todo.meal })}>
      {todo.title}
    </Button>
  )
}

/** Elder mode shows the one that cannot wait, else the first. */
const worst = (alarms: Alarm[]) => [...alarms.filter(one => one.urgent), ...alarms].slice(0, 1)

const LEADS: { [kind in Alarm['kind']]: string } = { check: 'checks', round: 'rounds', soldout: 'menu', sample: 'safety', expiry: 'stock' }
const Wrongs = ({ alarms, kitchen }: { alarms: Alarm[]; kitchen: string }) => (
  <>
    {alarms.map(one => (
      <Card
        key={one.kind + one.title}
        title={one.title}
        note={one.words}
        edge={one.urgent ? 'bad' : 'warn'}
        aside={one.urgent ? <Tag tone="bad">要紧</Tag> : undefined}
        onTap={() => go(at(LEADS[one.kind]), { kitchen })}
      />
    ))}
  </>
)

const STAGES: { [stage in MealDay['stage']]: string } = {
  ...{ ordering: '还在订', cooking: '截单了', serving: '开饭了', over: '结束了', shut: '不开', none: '没有菜单' },
}
function MealCard({ meal, day }: { meal: MealDay; day: Today }) {
  const { stage, covers, ways, blocked, added, taken, expected } = meal
  const closed = stage === 'shut' || stage === 'none'
  return (
    <Card
      title={closed ? MEAL_WORDS[meal.meal] : `${MEAL_WORDS[meal.meal]} ${sayCovers(covers, ways)}`}
      note={closed ? meal.why : timesOf(meal)}
      aside={<Tag tone={stage === 'serving' ? 'ok' : stage === 'cooking' ? 'warn' : 'plain'}>{STAGES[stage]}</Tag>}
      edge={blocked ? 'bad' : added ? 'warn' : undefined}
      onTap={() => go(at('prep'), { kitchen: day.kitchen, day: day.day, meal: meal.meal })}
    >
      {blocked ? <Box className="k-text k-tone-bad">{`${blocked} 份没弄好`}</Box> : null}
      {added ? <Box className="k-text">{`打印以后${added}`}</Box> : null}
      {expected ? <Box className="k-text">{`长期订餐还会要 ${expected} 份`}</Box> : null}
      {taken ? <Box className="k-text">{`已经拿到 ${taken} 份`}</Box> : null}
    </Card>
  )
}
const timesOf = ({ stage, cutoff, from, to }: MealDay) =>
  stage === 'ordering' ? `${clock(cutoff)} 截单，${clock(from)} 开饭` : `${clock(from)} 到 ${clock(to)}`

const Ways = ({ today: { kitchen, day }, meal, unread }: { today: Today; meal?: MealDay['meal']; unread: number }) => (
  <Rows>
    <Row icon="list" title="备餐单" note="做什么，做几份，给谁换" onTap={() => go(at('prep'), { kitchen, day, meal })} />
    <Row icon="printer" title="打印" note="备餐单、标签、送餐单" onTap={() => go(at('print'), { kitchen, day, meal })} />
    <Row icon="done" title="窗口取餐" note="报号、报名字" onTap={() => go(at('serve'), { kitchen })} />
    <Row icon="people" title="替人订餐" note="打电话来订的" onTap={() => go(at('pick'), { kitchen })} />
    <Row icon="shield" title="食品安全" note="温度、留样、冰箱" onTap={() => go(at('safety'), { kitchen })} />
    <Row icon="tasks" title="采买" note="要买什么，买了多少钱" onTap={() => go(at('shopping'), { kitchen })} />
    <Row icon="sheet" title="库存" note="有什么，哪天到期" onTap={() => go(at('stock'), { kitchen })} />
    <Row icon="card" title="钱箱" note="今天收了多少，结账" onTap={() => go(at('till'), { kitchen })} />
    <Around kitchen={kitchen} />
    <Row icon="bell" title="通知" aside={unread ? `${unread} 条没看` : undefined} onTap={() => go('/pages/inbox/index')} />
  </Rows>
)
const Around = ({ kitchen }: { kitchen: string }) => (
  <>
    <Row icon="people" title="帮厨的班" note="这一周谁来，还缺谁" onTap={() => toBoard()} />
    <Row icon="plus" title="排帮厨的班" note="加一个班，每周的班，谁固定来" onTap={toPlan} />
    <Row icon="heart" title="谢谢帮厨的" note="这个月谁来过，打印感谢榜" onTap={() => toThanks()} />
    <Row icon="heart" title="饭好不好吃" note="大家怎么说，哪里不好" onTap={() => go(at('feedback'), { kitchen })} />
    <Row icon="edit" title="用餐备注" note="谁要注意什么" onTap={() => go(at('notes'))} />
    <Row icon="calendar" title="生日会" note="这个月谁过生日，请人、点名" onTap={() => go(at('party'))} />
    <Row icon="plus" title="捐给厨房" note="谁送了什么，感谢榜" onTap={() => go(at('donations'))} />
    <Row icon="list" title="厨房的数" note="多少人吃上饭，倒掉多少" onTap={() => go(at('numbers'))} />
  </>
)
/** In elder mode what is not every day's stands behind one button. */
function ElderMore({ kitchen }: { kitchen: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onTap={() => setOpen(true)}>别的事</Button>
      {open ? (
        <Sheet title="别的事" onClose={() => setOpen(false)}>
          <Rows>
            <Row icon="card" title="钱箱" note="今天收了多少，结账" onTap={() => go(at('till'), { kitchen })} />
            <Around kitchen={kitchen} />
          </Rows>
        </Sheet>
      ) : null}
    </>
  )
}
/** Five ways besides the main one: six big targets on the screen at most. */
const ElderWays = ({ today }: { today: Today }) => {
  const { kitchen, day } = today
  const meal = mealNow(today)?.meal
  return (
    <Entries>
      <Entry icon="done" title="窗口取餐" onTap={() => go(at('serve'), { kitchen })} />
      <Entry icon="people" title="替人订餐" onTap={() => go(at('pick'), { kitchen })} />
      <Entry icon="shield" title="量温度、留样" onTap={() => go(at('safety'), { kitchen })} />
      <Entry icon="tasks" title="采买" onTap={() => go(at('shopping'), { kitchen })} />
      <Entry icon="printer" title="打印" onTap={() => go(at('print'), { kitchen, day, meal })} />
    </Entries>
  )
}

const Which = ({ today, onChange }: { today: Today; onChange: (kitchen: string) => void }) => (
  <Choice
    label="看哪个厨房"
    options={[{ kitchen: today.kitchen, name: today.name }, ...today.others].map(one => ({ value: one.kitchen, label: one.name }))}
    value={today.kitchen}
    onChange={onChange}
  />
)
