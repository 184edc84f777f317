import type { OutputOf } from '@domain'
import type { Kitchen } from '@domain/meals/contract/kitchens'
import type { Loose } from '@domain/meals/contract/rounds'
import { useState } from 'react'
import { type Called, useCall, useDeed } from '@/platform'
import { Box, Button, Callout, Empty, Loaded, Page, Row, Rows, Section, Sheet, Switch, sayDay, toast } from '@/ui'
import { WhichKitchen } from '../../kitchens/which'
import { useDelivering } from '../../rounds/kitchens'
import { useLive } from '../../rounds/live'
import { RoundCard } from '../../rounds/roundcard'
import { RoundSheet, Where } from '../../rounds/roundsheet'
import { toRoutes } from '../../rounds/ways'
import '../../rounds/rounds.scss'

type Listed = OutputOf<'meals.rounds'>

/** Today's rounds from the kitchen: who carries which, what nobody carries, how far they are. ?kitchen= another one. */
export default function RoundsPage() {
  const { from, kitchen, cooks, choose } = useDelivering()
  if (!kitchen)
    return (
      <Page title="送餐" wide>
        <Loaded from={from} isEmpty={() => cooks.length === 0} empty={<Empty title="这里还没有厨房" />}>
          {() => null}
        </Loaded>
      </Page>
    )
  return <OfKitchen key={kitchen.id} kitchen={kitchen} kitchens={cooks} choose={choose} />
}

function OfKitchen({ kitchen, kitchens, choose }: { kitchen: Kitchen; kitchens: Kitchen[]; choose: (id: string) => void }) {
  const from = useCall('meals.rounds', { kitchen: kitchen.id }, { keep: `meals/rounds/${kitchen.id}` })
  useLive(from.retry)
  const data = from.data
  return (
    <Page
      title="送餐"
      tab="rounds"
      heading={data ? headingOf(data) : '今天送餐'}
      aside={data ? sayDay(data.day) : undefined}
      wide
      at={from.at}
    >
      <WhichKitchen kitchens={kitchens} value={kitchen.id} onChange={choose} />
      <Loaded from={from}>{listed => <Today kitchen={kitchen} listed={listed} from={from} />}</Loaded>
    </Page>
  )
}

function headingOf({ rounds, loose }: Listed): string {
  if (rounds.length === 0) return loose.length > 0 ? `${loose.length} 家还没排` : '今天没有要送的'
  const free = rounds.filter(one => one.state === 'free').length
  return free > 0 ? `${rounds.length} 趟，${free} 趟没人送` : `${rounds.length} 趟，都有人送`
}

function Today({ kitchen, listed, from }: { kitchen: Kitchen; listed: Listed; from: Called<Listed> }) {
  const [open, setOpen] = useState('')
  const [loose, setLoose] = useState<Loose | null>(null)
  const done = () => {
    setOpen('')
    setLoose(null)
    from.retry()
  }
  const round = listed.rounds.find(one => one.id === open)
  const several = listed.meals.length > 1
  return (
    <Box className="k-split">
      <Box className="k-stack">
        {listed.rounds.map(one => (
          <RoundCard key={one.id} round={one} several={several} onTap={() => setOpen(one.id)} />
        ))}
        {listed.rounds.length === 0 && listed.loose.length === 0 ? (
          <Empty title="今天还没有要送到家的" words="有人订了送餐，这里会自己排好。" drawing="door" />
        ) : null}
      </Box>
      <Box className="k-stack">
        <LooseDoors loose={listed.loose} onTap={setLoose} />
        <Rain kitchen={kitchen} listed={listed} onDone={done} />
        <Again kitchen={kitchen} listed={listed} onDone={done} />
      </Box>
      {round ? <RoundSheet key={round.id} round={round} listed={listed} onDone={done} onClose={() => setOpen('')} /> : null}
      {loose ? (
        <Sheet title={`${loose.door} ${loose.call}`} onClose={() => setLoose(null)}>
          <Where
            order={loose.order}
            title="放进哪一趟"
            rounds={listed.rounds.filter(one => one.state !== 'closed' && loose.order.endsWith(one.meal))}
            onDone={done}
          />
        </Sheet>
      ) : null}
    </Box>
  )
}

/** Deliveries that no round has: named, never dropped. */
function LooseDoors({ loose, onTap }: { loose: Loose[]; onTap: (loose: Loose) => void }) {
  if (loose.length === 0) return null
  return (
    <Section title={`${loose.length} 家还没有人送`}>
      <Callout tone="bad" icon="warn">
        点一下，放进哪一趟；或者去路线里把楼加上。
      </Callout>
      <Rows>
        {loose.map(one => (
          <Row key={one.order} title={`${one.door} ${one.call}`} note={one.why} onTap={() => onTap(one)} />
        ))}
      </Rows>
    </Section>
  )
}

interface Deciding {
  kitchen: Kitchen
  listed: Listed
  onDone: () => void
}
function Rain({ kitchen, listed, onDone }: Deciding) {
  const deed = useDeed()
  const rain = listed.meals.some(one => one.rain)
  const change = async (on: boolean) => {
    const did = await deed('meals.set_rain', { kitchen: kitchen.id, day: listed.day, rain: on })
    if (did && 'problem' in did) toast(did.problem, { tone: 'bad' })
    else if (did) toast(on ? '按下雨天排好了' : '按平常排好了')
    onDone()
  }
  return (
    <Rows>
      <Switch label="今天下雨" note="一趟少带几份，没出发的重新排" on={rain} onChange={change} />
      <Row icon="place" title="送餐路线" note="哪栋楼归哪条路，常送的人，一趟带几份" onTap={() => toRoutes(kitchen.id)} />
    </Rows>
  )
}

function Again({ kitchen, listed, onDone }: Deciding) {
  const deed = useDeed()
  const again = async () => {
    for (const { meal } of listed.meals) {
      const did = await deed('meals.make_rounds', { kitchen: kitchen.id, day: listed.day, meal })
      if (did && 'problem' in did) return toast(did.problem, { tone: 'bad' })
    }
    toast('排好了，已经出发的没动')
    onDone()
  }
  return (
    <Button kind="quiet" icon="refresh" onTap={again}>
      现在就排一遍
    </Button>
  )
}
