import type { Guest, Party } from '@domain/meals/contract/table'
import { useRef, useState } from 'react'
import { call, sentence } from '@/platform'
import { Box, cx, Icon, Para, Tap, toast, Words } from '@/ui'
import { answerSaid, inOrder } from './words'
import './party.scss'

/** Who came: one big tap each, and another takes it back. A tick is seen at once and goes back when the server did not take it. */
export function Roll({ party, guests, onDone }: { party: Party; guests: Guest[]; onDone: () => void }) {
  // one after the other, however fast the names are tapped: the last word about somebody is the one that stays
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const [ticked, setTicked] = useState<Record<string, boolean>>({})
  const came = (one: Guest) => ticked[one.eater] ?? one.came
  const send = async (eater: string, next: boolean) => {
    try {
      await call('meals.attend', { party: party.id, eater, came: next })
      onDone()
    } catch (problem) {
      setTicked(was => ({ ...was, [eater]: !next }))
      toast(sentence(problem), { tone: 'bad' })
    }
  }
  const tick = (one: Guest) => {
    const next = !came(one)
    setTicked(was => ({ ...was, [one.eater]: next }))
    line.current = line.current.then(() => send(one.eater, next))
  }
  return (
    <Box className="k-stack">
      <Para className="k-text k-strong">{`来了 ${guests.filter(came).length} 位，请了 ${guests.length} 位。来一位，点一下名字。`}</Para>
      <Box className="b-roll" aria={{ role: 'group', label: '点名' }}>
        {inOrder(guests).map(one => (
          <Tap
            key={one.eater}
            className={cx('b-guest', came(one) && 'b-came')}
            aria={{ role: 'checkbox', checked: came(one) }}
            label={`${one.call} ${one.door} ${came(one) ? '来了' : answerSaid(one)}`}
            onTap={() => tick(one)}
          >
            <Icon name={came(one) ? 'done' : 'person'} size={30} tone={came(one) ? 'ok' : 'soft'} />
            <Box className="b-who">
              <Words className="b-name">{one.call}</Words>
              <Words className="k-small">{one.door}</Words>
            </Box>
            <Words className={came(one) ? 'k-strong k-tone-ok' : 'k-soft'}>{came(one) ? '来了' : answerSaid(one)}</Words>
          </Tap>
        ))}
      </Box>
    </Box>
  )
}
