/** Putting right what was said, and giving a round back: quiet ways that never stand in the way of the next door. */
import type { HandForm, Round } from '@domain/meals/contract/rounds'
import { useState } from 'react'
import { type Photo, useMe } from '@/platform'
import { Button, Row, Rows, Sheet, toast, Wrong } from '@/ui'
import type { Seen } from './carry'
import { HandSheet } from './hand'
import { enclosed } from './photo'
import { Stops } from './stop'
import { type Carrying, tell } from './use'

/** The stops that were said of, each to be put right by a tap. */
export function SaidStops({ carrying, round, title }: { carrying: Carrying; round: Round; title: string }) {
  const me = useMe()
  const [order, setOrder] = useState('')
  const stop = carrying.stops.find(one => one.id === order)
  const say = async (one: Seen, form: HandForm, photo?: Photo) => {
    await tell(round, one, form, carrying.moment(), enclosed(photo, round, me))
    setOrder('')
    toast(`${one.call}，改好了`)
  }
  const choose = (one: Seen) =>
    one.said && !one.said.correctable ? toast('过了当天，或不是您说的，请告诉厨房', { tone: 'bad' }) : setOrder(one.id)
  return (
    <>
      <Stops title={title} stops={carrying.stops} onTap={choose} />
      {stop ? <HandSheet stop={stop} onSay={(form, photo) => say(stop, form, photo)} onClose={() => setOrder('')} /> : null}
    </>
  )
}

/** A quiet button that asks why before it does something; a reason is one tap. */
export function Reasons(props: { title: string; choices: readonly string[]; onChoose: (why: string) => unknown; problem?: string }) {
  const { title, choices, onChoose, problem } = props
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="quiet" onTap={() => setOpen(true)}>
        {title}
      </Button>
      {open ? (
        <Sheet title={title} onClose={() => setOpen(false)}>
          <Rows>
            {choices.map(why => (
              <Row key={why} title={why} onTap={() => onChoose(why)} />
            ))}
          </Rows>
          {problem ? <Wrong>{problem}</Wrong> : null}
        </Sheet>
      ) : null}
    </>
  )
}
