/** One round from the kitchen's side: who carries it, its doors, and putting a door into another round. */
import type { OutputOf } from '@domain'
import type { RoundCard, Stop } from '@domain/meals/contract/rounds'
import { useState } from 'react'
import { useCall, useDeed } from '@/platform'
import { Box, Button, Loaded, Row, Rows, roleName, Sheet, Tag, toast, Wrong } from '@/ui'
import { DishPicture } from '../kitchens/photo'
import { loadOf, stateOf } from './words'

type Listed = OutputOf<'meals.rounds'>
interface SheetProps {
  round: RoundCard
  listed: Listed
  onDone: () => void
  onClose: () => void
}

export function RoundSheet({ round, listed, onDone, onClose }: SheetProps) {
  const [part, setPart] = useState<'who' | 'doors'>(round.state === 'free' ? 'who' : 'doors')
  const closed = round.state === 'closed'
  return (
    <Sheet title={round.name} onClose={onClose}>
      <Box className="k-stack">
        <Box className="k-note">{`${stateOf(round).words}；${round.volunteer?.name ?? '没人送'}；${loadOf(round)}`}</Box>
        {closed ? null : <Button onTap={() => setPart(part === 'who' ? 'doors' : 'who')}>{part === 'who' ? '看每一家' : '换人送'}</Button>}
        {part === 'who' && !closed ? (
          <Who round={round} carriers={listed.carriers} onDone={onDone} />
        ) : (
          <Doors round={round} others={othersOf(round, listed)} onDone={onDone} />
        )}
      </Box>
    </Sheet>
  )
}

/** Where a door of a round can go instead. */
export const othersOf = ({ id, day, meal }: Pick<RoundCard, 'id' | 'day' | 'meal'>, { rounds }: Pick<Listed, 'rounds'>) =>
  rounds.filter(one => one.id !== id && one.day === day && one.meal === meal && one.state !== 'closed')

type Outcome = { problem?: string } | null

function Who({ round, carriers, onDone }: { round: RoundCard; carriers: Listed['carriers']; onDone: () => void }) {
  const deed = useDeed()
  const [problem, setProblem] = useState('')
  const after = (did: Outcome, words: string) => {
    if (!did) return
    if (did.problem) return setProblem(did.problem)
    toast(words)
    onDone()
  }
  const give = async (account: string, name: string) =>
    after((await deed('meals.assign_round', { round: round.id, account })) as Outcome, `${round.name} 归 ${name}`)
  const free = async () => after((await deed('meals.release_round', { round: round.id, why: '厨房换人' })) as Outcome, '这一趟现在没人送')
  return (
    <Box className="k-stack">
      <Rows title="谁来送">
        {carriers.map(({ account, name, role }) => (
          <Row
            key={account}
            icon="person"
            title={name}
            note={roleName(role)}
            aside={round.volunteer?.account === account ? <Tag tone="ok">现在</Tag> : undefined}
            onTap={() => give(account, name)}
          />
        ))}
      </Rows>
      {problem ? <Wrong>{problem}</Wrong> : null}
      {round.volunteer ? (
        <Button kind="quiet" onTap={free}>
          先空着
        </Button>
      ) : null}
    </Box>
  )
}

const STATE: Record<Stop['state'], { words: string; tone: 'plain' | 'ok' | 'bad' }> = {
  open: { words: '还没送', tone: 'plain' },
  done: { words: '送到了', tone: 'ok' },
  failed: { words: '没送成', tone: 'bad' },
  cancelled: { words: '不用送了', tone: 'plain' },
}

function Doors({ round, others, onDone }: { round: RoundCard; others: RoundCard[]; onDone: () => void }) {
  const from = useCall('meals.round', { round: round.id })
  const [moving, setMoving] = useState<Stop | null>(null)
  if (moving) return <Where order={moving.id} title={`${moving.call}改由哪一趟送`} rounds={others} onDone={onDone} />
  const movable = (stop: Stop) => others.length > 0 && (stop.state === 'open' || stop.state === 'failed') && round.state !== 'closed'
  return (
    <Loaded from={from} shape="rows">
      {({ list }) => (
        <>
          <Rows title={others.length > 0 ? '每一家，点一下能换人送' : '每一家'}>
            {list.map(stop => (
              <Row
                key={stop.id}
                title={stop.door}
                note={`${stop.call}，${noteOf(stop)}`}
                aside={<Tag tone={STATE[stop.state].tone}>{STATE[stop.state].words}</Tag>}
                onTap={movable(stop) ? () => setMoving(stop) : undefined}
              />
            ))}
          </Rows>
          {list.flatMap(({ call, door, said }) =>
            (said?.form.photos ?? []).map(id => (
              <Box key={id}>
                <Box className="k-note">{`${door} ${call}`}</Box>
                <DishPicture id={id} name={call} />
              </Box>
            )),
          )}
        </>
      )}
    </Loaded>
  )
}
const MARKS = { cancelled: '送到时已经说不用送了', moved: '送到时已经改由别人送', late: '隔天才上传' }
const noteOf = ({ said, dishes }: Stop) =>
  said
    ? [said.words, said.form.note, ...said.marks.map(mark => MARKS[mark])].filter(Boolean).join('；')
    : dishes.map(one => one.name).join('、')

/** Puts an order into a round. */
export function Where({ order, title, rounds, onDone }: { order: string; title: string; rounds: RoundCard[]; onDone: () => void }) {
  const deed = useDeed()
  const [problem, setProblem] = useState('')
  const put = async (to: RoundCard) => {
    const did = await deed('meals.move_stop', { order, to: to.id })
    if (did && 'problem' in did) return setProblem(did.problem)
    if (!did) return
    toast(`放进 ${to.name} 了`)
    onDone()
  }
  return (
    <Box className="k-stack">
      <Rows title={title}>
        {rounds.map(one => (
          <Row key={one.id} title={one.name} note={`${one.volunteer?.name ?? '还没人送'}；${loadOf(one)}`} onTap={() => put(one)} />
        ))}
      </Rows>
      {rounds.length === 0 ? <Box className="k-note">还没有别的趟。先去路线里把这栋楼加上。</Box> : null}
      {problem ? <Wrong>{problem}</Wrong> : null}
    </Box>
  )
}
