/** How a round begins and ends: what is to be carried, the way to set off, closing when every door has been said, and rounds nobody carries. */
import type { Round, RoundCard } from '@domain/meals/contract/rounds'
import { useNetwork, useWrite } from '@/platform'
import { Box, Button, Callout, Card, clock, Page, Section, Tag, toast, useElder } from '@/ui'
import { MEALS } from '../words'
import { Reasons, SaidStops } from './mending'
import { Stops } from './stop'
import type { Carrying } from './use'
import { toRound } from './ways'
import { buildingsIn, loadOf } from './words'

interface Ending {
  carrying: Carrying
  round: Round
}

/** Before setting off: how many doors, which buildings, the first of them. */
export function Setting({ carrying, round, onLeave }: Ending & { onLeave: () => Promise<void> }) {
  const elder = useElder()
  const { open } = carrying
  const empty = open.length === 0
  return (
    <Page
      title={round.name}
      heading={empty ? '这一趟没有要送的了' : `今天送 ${open.length} 家`}
      aside={`${MEALS[round.meal]} ${clock(round.from)} 起`}
      tab="round"
      at={carrying.from.at}
      footer={
        empty ? null : (
          <Button kind="primary" big onTap={onLeave}>
            拿好了，出发
          </Button>
        )
      }
    >
      <Card title={loadOf(round)} note={buildingsIn(round.buildings)}>
        {open[0] ? <Box className="k-text">{`先去 ${open[0].door}，${open[0].call}`}</Box> : null}
      </Card>
      {elder ? null : <Stops title="按走的顺序" stops={open} />}
      <GiveBack round={round} onDone={carrying.from.retry} />
      <FreeRounds carrying={carrying} />
    </Page>
  )
}

const WHY = ['身体不舒服', '家里有事', '路上赶不到'] as const
/** Giving it back takes a reason and no typing. */
function GiveBack({ round, onDone }: { round: Round; onDone: () => void }) {
  const write = useWrite('meals.release_round')
  const give = async (why: string) => {
    if (!(await write.run({ round: round.id, why }))) return
    toast('厨房知道了，会另找人送')
    onDone()
  }
  return <Reasons title="送不了，让厨房另找人" choices={WHY} onChoose={give} problem={write.problem} />
}

/** Something has been said of every door; what waits here goes out first, then the round is closed. */
export function Closing({ carrying, round, onFinish }: Ending & { onFinish: () => Promise<void> }) {
  const { stops, waiting } = carrying
  const online = useNetwork(network => network.online)
  const failed = stops.filter(stop => stop.state === 'failed')
  return (
    <Page
      title={round.name}
      heading="每一家都说过了"
      aside={`送到 ${stops.filter(stop => stop.state === 'done').length} 家${failed.length ? `，没送成 ${failed.length} 家` : ''}`}
      tab="round"
      at={carrying.from.at}
      footer={
        <Button kind="primary" big onTap={onFinish}>
          收尾，送完了
        </Button>
      }
    >
      {waiting > 0 && !online ? <Callout tone="warn">{`待上传 ${waiting}：没有信号也能收尾，有信号了自己传上去。`}</Callout> : null}
      <SaidStops carrying={carrying} round={round} title="说过的，点一下能改" />
    </Page>
  )
}

export function Done({ carrying, round }: Ending) {
  const { stops, waiting } = carrying
  return (
    <Page
      title={round.name}
      heading="这一趟送完了"
      aside={waiting > 0 ? `待上传 ${waiting}` : `${stops.length} 家，辛苦了`}
      tab="round"
      at={carrying.from.at}
    >
      <SaidStops carrying={carrying} round={round} title="说过的，点一下能改" />
      <FreeRounds carrying={carrying} />
    </Page>
  )
}

/** Rounds that nobody carries yet, and the caller's others. */
export function FreeRounds({ carrying }: { carrying: Carrying }) {
  const { from, round } = carrying
  const others = (from.data?.mine ?? []).filter(one => one.id !== round?.id && one.state !== 'closed')
  const free = from.data?.free ?? []
  if (others.length + free.length === 0) return null
  return (
    <>
      {others.length > 0 ? (
        <Section title="您还有">
          {others.map(one => (
            <Card key={one.id} title={one.name} note={loadOf(one)} onTap={() => toRound(one.id)} />
          ))}
        </Section>
      ) : null}
      {free.length > 0 ? (
        <Section title="还没人送的">
          {free.map(one => (
            <Free key={one.id} round={one} onDone={from.retry} />
          ))}
        </Section>
      ) : null}
    </>
  )
}

function Free({ round, onDone }: { round: RoundCard; onDone: () => void }) {
  const write = useWrite('meals.take_round')
  const take = async () => {
    if (await write.run({ round: round.id })) toast(`${round.name} 归您了`)
    onDone()
  }
  return (
    <Card title={round.name} note={`${buildingsIn(round.buildings)}，${loadOf(round)}`} aside={<Tag tone="bad">没人送</Tag>}>
      <Button kind="soft" busy={write.busy} onTap={take}>
        这一趟我来送
      </Button>
      {write.problem ? <Box className="k-note">{write.problem}</Box> : null}
    </Card>
  )
}
