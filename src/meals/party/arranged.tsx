import { cakesSaid } from '@domain/meals/cakes'
import type { Guest, Party } from '@domain/meals/contract/table'
import { useState } from 'react'
import { useMe, useWrite } from '@/platform'
import { Button, Buttons, Callout, Card, Field, Para, Sheet, sayDay, sayNear, Tag, toast, Wrong } from '@/ui'
import { ANSWERS } from './words'

interface Props {
  party: Party
  guests: Guest[]
  onEdit: () => void
  onDone: () => void
}

/** When and where it is, who is coming, and how many cakes that makes. */
export function Arranged({ party, guests, onEdit, onDone }: Props) {
  const { day } = useMe()
  const [ending, setEnding] = useState(false)
  const past = party.day < day
  if (party.cancelled)
    return (
      <Callout tone="warn" icon="warn">
        {`${sayDay(party.day, day)}的生日会不办了：${party.cancelled}`}
      </Callout>
    )
  const many = (answer: Guest['answer']) => guests.filter(one => one.answer === answer).length
  const came = guests.filter(one => one.came).length
  const near = sayNear(party.day, day)
  return (
    <Card
      title={`${sayDay(party.day, day)} ${party.from}`}
      note={`在${party.place}`}
      aside={<Tag tone={past ? undefined : 'info'}>{near.includes('月') ? '定好了' : near}</Tag>}
    >
      {guests.length ? (
        <Para className="k-text">
          {past
            ? `请了 ${guests.length} 位，来了 ${came} 位。`
            : `请了 ${guests.length} 位：${(['coming', 'fetch', 'asked', 'cannot'] as const)
                .filter(answer => many(answer) > 0)
                .map(answer => `${ANSWERS[answer]} ${many(answer)}`)
                .join('，')}。`}
        </Para>
      ) : (
        <Para className="k-text">还没请人。</Para>
      )}
      {past ? null : <Para className="k-text k-strong">{cakeWords(party)}</Para>}
      {party.note ? <Para className="k-note">{party.note}</Para> : null}
      {past ? null : (
        <Buttons>
          <Button icon="edit" onTap={onEdit}>
            改日子、地方
          </Button>
          <Button onTap={() => setEnding(true)}>不办了</Button>
        </Buttons>
      )}
      {ending ? <CallOff party={party.id} onClose={() => setEnding(false)} onDone={onDone} /> : null}
    </Card>
  )
}

/** 来 9 个人，蛋糕 10 寸 1 个；没回话的都来的话，12 个人，10 寸 1 个。 */
function cakeWords({ heads, cakes, most }: Party): string {
  const sure = heads ? `连帮忙的 ${heads} 个人，蛋糕 ${cakesSaid(cakes)}` : '还没有人说来'
  if (most.heads <= heads) return `${sure}。`
  const more = cakesSaid(most.cakes)
  return `${sure}；没回话的都来就是 ${most.heads} 个人，${heads && more === cakesSaid(cakes) ? '也够' : `要 ${more}`}。`
}

function CallOff({ party, onClose, onDone }: { party: string; onClose: () => void; onDone: () => void }) {
  const write = useWrite('meals.cancel_party')
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const end = async () => {
    setTried(true)
    if (!why.trim() || !(await write.run({ party, why: why.trim() }))) return
    toast('说好不办了，请过的人都会收到通知')
    onClose()
    onDone()
  }
  return (
    <Sheet
      title="生日会不办了"
      onClose={onClose}
      actions={
        <Button kind="danger" big busy={write.busy} onTap={end}>
          不办了，告诉大家
        </Button>
      }
    >
      <Field label="为什么" max={100} value={why} onChange={setWhy} error={tried && !why.trim() ? '说一句为什么，大家好放心' : undefined} />
      {write.problem ? <Wrong>{write.problem}</Wrong> : null}
    </Sheet>
  )
}
