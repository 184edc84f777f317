import type { HandForm, Round } from '@domain/meals/contract/rounds'
import { useRef, useState } from 'react'
import { type Photo, useMe, useQuery } from '@/platform'
import { Box, Button, Buttons, Callout, Empty, Loaded, Page, Tag, toast, useElder } from '@/ui'
import type { Seen } from '../../rounds/carry'
import { Closing, Done, FreeRounds, Setting } from '../../rounds/ends'
import { HandSheet } from '../../rounds/hand'
import { enclosed } from '../../rounds/photo'
import { putOff } from '../../rounds/said'
import { CallButton, StopCard, Stops } from '../../rounds/stop'
import { type Carrying, finish, leaveWith, tell, useCarrying } from '../../rounds/use'
import '../../rounds/rounds.scss'

/** A volunteer's round: set off, door by door, closed when something has been said of each. ?round= which one. */
export default function RoundPage() {
  const { round: asked } = useQuery()
  const carrying = useCarrying(asked)
  const { from, ready, round, started, closed, open } = carrying
  if (!round || !ready)
    return (
      <Page title="我这一趟" tab="round" at={from.at}>
        <Loaded from={from} isEmpty={() => ready && !round} empty={<None carrying={carrying} />}>
          {() => null}
        </Loaded>
      </Page>
    )
  if (closed) return <Done carrying={carrying} round={round} />
  if (!started) return <Setting carrying={carrying} round={round} onLeave={() => leaveWith(round, carrying.moment())} />
  if (open.length === 0) return <Closing carrying={carrying} round={round} onFinish={() => finish(round)} />
  return <AtTheDoor carrying={carrying} round={round} />
}

const None = ({ carrying }: { carrying: Carrying }) => (
  <Box className="k-stack">
    <Empty title="今天没有安排您送" words="下面有没人送的，想送就接一趟；没有，就等厨房安排。" drawing="door" />
    <FreeRounds carrying={carrying} />
  </Box>
)

/** The second tap of a double tap lands on the next door's button: for this long, in ms, it is not meant. */
const SETTLING = 700

function AtTheDoor({ carrying, round }: { carrying: Carrying; round: Round }) {
  const { stops, open, waiting } = carrying
  const elder = useElder()
  const me = useMe()
  const [chosen, setChosen] = useState('')
  const [sheet, setSheet] = useState('')
  const stop = open.find(one => one.id === chosen) ?? open[0]
  const since = useRef({ id: '', at: 0 })
  if (since.current.id !== stop.id) since.current = { id: stop.id, at: Date.now() }
  const asked = stops.find(one => one.id === sheet)
  // keeping it takes a moment: a sheet opened meanwhile for the next door stays
  const settled = (id: string) => {
    setSheet(now => (now === id ? '' : now))
    setChosen(now => (now === id ? '' : now))
  }
  const say = async (one: Seen, form: HandForm, photo?: Photo) => {
    await tell(round, one, form, carrying.moment(), enclosed(photo, round, me))
    settled(one.id)
    toast(`${one.call}，记下了`, { act: { label: '改一下', do: () => setSheet(one.id) } })
  }
  const handed = () => (Date.now() - since.current.at < SETTLING ? undefined : say(stop, { outcome: 'handed', wellbeing: 'well' }))
  const later = async () => {
    await putOff(stop.id)
    settled(stop.id)
  }
  const done = stops.filter(one => one.said)
  return (
    <Page
      title={round.name}
      heading={`还有 ${open.length} 家`}
      aside={<Far done={done.length} waiting={waiting} />}
      tab="round"
      at={carrying.from.at}
      footer={
        <>
          <Buttons>
            <CallButton stop={stop} />
            <Button onTap={() => setSheet(stop.id)}>没交到</Button>
          </Buttons>
          <Button kind="primary" big onTap={handed}>
            交到手里了
          </Button>
        </>
      }
    >
      <Stops title="没传上去，点一下再说一遍" stops={stops.filter(one => one.problem)} onTap={one => setSheet(one.id)} />
      {open.length === 1 && stops.length > 1 ? <Callout tone="accent">就差这一家，说完就能收尾。</Callout> : null}
      <StopCard key={stop.id} stop={stop} />
      {elder ? null : <Stops title="后面" stops={open.filter(one => one.id !== stop.id)} onTap={one => setChosen(one.id)} />}
      {elder ? null : <Stops title="说过的，点一下能改" stops={done} onTap={one => setSheet(one.id)} />}
      {asked ? (
        <HandSheet
          stop={asked}
          onSay={(form, photo) => say(asked, form, photo)}
          onLater={asked.id === stop.id && open.length > 1 ? later : undefined}
          onClose={() => setSheet('')}
        />
      ) : null}
    </Page>
  )
}

const Far = ({ done, waiting }: { done: number; waiting: number }) => (
  <Box className="k-line">
    <Box>{`说过 ${done} 家`}</Box>
    {waiting > 0 ? <Tag tone="warn">{`待上传 ${waiting}`}</Tag> : null}
  </Box>
)
