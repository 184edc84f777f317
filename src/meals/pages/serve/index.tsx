import type { InputOf, OutputOf } from '@domain'
import type { Kitchen } from '@domain/meals/contract/kitchens'
import type { Pick as Waiting } from '@domain/meals/contract/rounds'
import { useState } from 'react'
import { canScan, membership, scan, useCall, useDeed, useMe } from '@/platform'
import { ask, Box, Button, Empty, Field, Loaded, money, Page, Row, Rows, Tabs, Tag } from '@/ui'
import { isPoint } from '../../kitchens/use'
import { firstMeal, KitchenLine } from '../../kitchens/which'
import { dishesOf, type Given, GivenCard } from '../../rounds/given'
import { Guests } from '../../rounds/guests'
import { useCounters } from '../../rounds/kitchens'
import { useLive } from '../../rounds/live'
import { Pad } from '../../rounds/pad'
import { MEALS, WAYS } from '../../words'
import '../../rounds/rounds.scss'

type Way = 'code' | 'name' | 'guest'

/** The counter: four digits, a name, a guest. ?kitchen= another one. */
export default function Serve() {
  const { from, kitchen, cooks, choose } = useCounters()
  if (!kitchen)
    return (
      <Page title="窗口">
        <Loaded from={from} isEmpty={() => cooks.length === 0} empty={<Empty title="这里还没有厨房" />}>
          {() => null}
        </Loaded>
      </Page>
    )
  return <OfKitchen key={kitchen.id} kitchen={kitchen} kitchens={cooks} choose={choose} />
}

function OfKitchen({ kitchen, kitchens, choose }: { kitchen: Kitchen; kitchens: Kitchen[]; choose: (id: string) => void }) {
  const me = useMe()
  const desk = membership(me, 'kitchen', 'lead', 'community') !== undefined
  const [way, setWay] = useState<Way>('code')
  const [search, setSearch] = useState('')
  const [given, setGiven] = useState<Given | null>(null)
  const counter = useCall('meals.counter', { kitchen: kitchen.id, ...(desk || !search.trim() ? {} : { search: search.trim() }) })
  const deed = useDeed()
  useLive(counter.retry)
  const serve = async (what: Omit<InputOf<'meals.serve'>, 'kitchen'>) => {
    const did = await deed('meals.serve', { kitchen: kitchen.id, ...what })
    if (!did) return
    setGiven('problem' in did ? { problem: did.problem } : { meal: did.ok })
    counter.retry()
  }
  const data = counter.data
  const tabs = [
    { value: 'code' as const, label: '取餐码' },
    { value: 'name' as const, label: '点名字' },
    ...(desk && !isPoint(kitchen) ? [{ value: 'guest' as const, label: '散客' }] : []),
  ]
  return (
    <Page
      title={data?.meal ? `${MEALS[data.meal]}窗口` : '窗口'}
      heading={data ? (data.waiting ? `还有 ${data.waiting} 份没来取` : '都取走了') : '窗口'}
      aside={data ? `取走 ${data.taken} 份，散客 ${data.guests} 份` : undefined}
      tab="serve"
      at={counter.at}
    >
      <KitchenLine kitchens={kitchens} value={kitchen.id} onChange={choose} />
      <Tabs label="怎么给" tabs={tabs} value={way} onChange={setWay} />
      {way === 'code' ? <ByCode given={given} onCode={code => serve({ code })} onOrder={order => serve({ order })} /> : null}
      {way === 'name' ? (
        <>
          <GivenCard given={given} />
          <Field
            label={desk ? '找名字，或取餐码后几位' : '姓什么，或取餐码后几位'}
            kind="search"
            need={false}
            value={search}
            onChange={setSearch}
          />
          <Loaded from={counter}>
            {found => <Names found={found} search={search.trim()} desk={desk} onTap={one => serve({ order: one.id })} />}
          </Loaded>
        </>
      ) : null}
      {way === 'guest' ? (
        <Loaded from={counter} shape="rows">
          {found => <Guests kitchen={kitchen.id} meal={found.meal ?? firstMeal(kitchen)} menu={found.menu} onDone={counter.retry} />}
        </Loaded>
      ) : null}
    </Page>
  )
}

interface ByCodeProps {
  given: Given | null
  onCode: (code: string) => unknown
  onOrder: (order: string) => unknown
}
function ByCode({ given, onCode, onOrder }: ByCodeProps) {
  const [code, setCode] = useState('')
  const full = async (whole: string) => {
    await onCode(whole)
    setCode('')
  }
  const read = async () => {
    const order = await scan()
    if (order) await (/^\d{4}$/.test(order) ? onCode(order) : onOrder(order))
  }
  return (
    <Box className="k-stack">
      <GivenCard given={given} />
      <Pad value={code} onChange={setCode} onFull={full} />
      {canScan() ? <Button onTap={read}>扫手机上的码</Button> : null}
    </Box>
  )
}

const STEP = 60
type Counter = OutputOf<'meals.counter'>
interface NamesProps {
  found: Counter
  search: string
  desk: boolean
  onTap: (meal: Waiting) => unknown
}
function Names({ found, search, desk, onTap }: NamesProps) {
  const fits = ({ call, digits = '' }: Waiting) => !desk || !search || call.includes(search) || digits.endsWith(search)
  const items = found.items.filter(fits)
  const [shown, setShown] = useState(STEP)
  const give = async (meal: Waiting) => {
    const words = [dishesOf(meal), meal.cash ? `收 ${money(meal.cash)}` : '不用收钱'].join('，')
    if (await ask({ title: `${meal.call}的这一份给了？`, words, yes: '给了' })) await onTap(meal)
  }
  if (items.length === 0)
    return (
      <Empty title={desk || search ? '没有找到' : '先写个姓'} words={desk ? '看看是不是订在别的厨房，或者当散客买。' : '写一个字就行。'} />
    )
  return (
    <>
      <Rows>
        {items.slice(0, shown).map(one => (
          <Row
            key={one.id}
            title={one.call}
            note={one.said ?? `${dishesOf(one)}，${WAYS[one.way]}`}
            aside={<PickTag meal={one} />}
            onTap={one.state === 'open' ? () => give(one) : undefined}
          />
        ))}
      </Rows>
      {items.length > shown ? <Button onTap={() => setShown(shown + STEP)}>{`再看，还有 ${items.length - shown} 份`}</Button> : null}
    </>
  )
}

const PickTag = ({ meal }: { meal: Waiting }) => {
  if (meal.state === 'taken') return <Tag tone="ok">给了</Tag>
  if (meal.state === 'cancelled') return <Tag>取消了</Tag>
  return <Tag tone="info">{meal.digits ?? '没取'}</Tag>
}
