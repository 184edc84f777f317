import type { BirthdayPerson } from '@domain/meals/contract/table'
import { useState } from 'react'
import { useMe, useWrite } from '@/platform'
import { Button, Empty, Row, Rows, Sheet, sayDay, Tag, toast, Wrong } from '@/ui'
import type { Seen } from '../pages/party'
import { toBirthday } from './ways'
import { answerSaid, TONES } from './words'

/** Whose birthday the month has; those not invited yet are invited together or one by one. */
export function Birthdays({ seen, onDone }: { seen: Seen; onDone: () => void }) {
  const { birthdays, party, guests } = seen
  const { day } = useMe()
  const write = useWrite('meals.invite')
  const [one, setOne] = useState<BirthdayPerson>()
  const open = birthdays.filter(person => !person.invited)
  const may = party && !party.cancelled && party.day >= day
  const answers = new Map(guests.map(guest => [guest.eater, guest]))
  const invite = async (people: BirthdayPerson[]) => {
    if (!party || !(await write.run({ party: party.id, eaters: people.slice(0, 100).map(person => person.eater) }))) return
    toast('请好了，本人和家里人都会收到通知')
    setOne(undefined)
    onDone()
  }
  if (!birthdays.length) return <Empty title="这个月没有人过生日" words="换一个月看看。农历生日可以在每个人那里改。" />
  return (
    <>
      {may && open.length ? (
        <Button kind="primary" big busy={write.busy} onTap={() => invite(open)}>
          {open.length === 1 ? `请${open[0].call}` : `请这 ${open.length} 位`}
        </Button>
      ) : null}
      {write.problem && !one ? <Wrong>{write.problem}</Wrong> : null}
      <Rows>
        {birthdays.map(person => {
          const guest = answers.get(person.eater)
          return (
            <Row
              key={person.eater}
              title={person.age === undefined ? person.call : `${person.call} · ${person.age} 岁`}
              note={`${person.words.startsWith('农历') ? `${person.words}，` : ''}${sayDay(person.day, day)} · ${person.door}`}
              aside={guest ? <Tag tone={TONES[guest.answer]}>{answerSaid(guest)}</Tag> : party ? <Tag>没请</Tag> : null}
              onTap={() => setOne(person)}
            />
          )
        })}
      </Rows>
      {one ? (
        <Sheet title={one.call} onClose={() => setOne(undefined)}>
          {write.problem ? <Wrong>{write.problem}</Wrong> : null}
          {may && !one.invited ? (
            <Button kind="primary" big busy={write.busy} onTap={() => invite([one])}>
              {`请${one.call}来`}
            </Button>
          ) : null}
          {party && one.invited ? (
            <Button big onTap={() => toBirthday(one.eater)}>
              替他回话、改生日
            </Button>
          ) : null}
          {one.invited ? null : (
            <Button big onTap={() => toBirthday(one.eater)}>
              改成农历生日
            </Button>
          )}
        </Sheet>
      ) : null}
    </>
  )
}
