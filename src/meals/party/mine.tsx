import { useCall, useMe } from '@/platform'
import { Callout, Card, sayDay, sayNear, Tag } from '@/ui'
import { toBirthday } from './ways'
import { ANSWERS, TONES } from './words'

/** On the home of somebody invited: the group birthday and what they answered; on their own birthday a greeting. */
export function MyParty({ eater, greeting }: { eater: string; greeting?: string }) {
  const { day } = useMe()
  const parties = useCall('meals.parties', eater ? { eater } : null, { keep: `meals/parties/${eater}` })
  const next = parties.data?.[0]
  return (
    <>
      {greeting ? (
        <Callout tone="accent" icon="heart">
          {`${greeting}。`}
        </Callout>
      ) : null}
      {next && next.answer !== 'cannot' ? (
        <Card
          title={`${sayNear(next.day, day)}的集体生日`}
          note={`${sayDay(next.day, day)} ${next.from}，在${next.place}`}
          aside={<Tag tone={TONES[next.answer]}>{next.answer === 'asked' ? '等您回话' : ANSWERS[next.answer]}</Tag>}
          onTap={() => toBirthday(eater)}
        />
      ) : null}
    </>
  )
}
