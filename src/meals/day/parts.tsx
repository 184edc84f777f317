/** The parts of a prep sheet on a screen. */
import type { DishTotal, Prep } from '@domain/meals/contract/day'
import { sayMade } from '@domain/meals/prep'
import { Box, Card, Row, Rows, Section, Tag, Tags, Words } from '@/ui'
import { KINDS, WAYS } from '../words'
import { sayWho } from './words'

export const Dishes = ({ prep }: { prep: Prep }) => {
  const cooked = prep.dishes.filter(one => one.quantity > 0 || one.expected > 0)
  return (
    <Rows title="做什么">
      {cooked.map(one => (
        <Dish key={one.dish} dish={one} />
      ))}
    </Rows>
  )
}

const Dish = ({ dish }: { dish: DishTotal }) => (
  <Row
    title={
      <Tags>
        <Words>{dish.name}</Words>
        {dish.special ? <Tag tone="info">{dish.special}</Tag> : null}
      </Tags>
    }
    note={noteOf(dish)}
    aside={<Words className="d-count">{`${dish.quantity} 份`}</Words>}
  />
)

function noteOf({ kind, made, plain, instead, reserve, expected }: DishTotal): string {
  return [
    KINDS[kind],
    ...(made.length ? [`照常 ${plain}，${sayMade(made)}`] : []),
    ...(instead ? [`替别的菜 ${instead}`] : []),
    ...(expected ? [`长期订餐还会要 ${expected}`] : []),
    ...(reserve ? [`散客备着 ${reserve}`] : []),
  ].join(' · ')
}

/** Who gets something else; `always` says so when nobody does. */
export const Swaps = ({ prep: { swaps, kept }, always }: { prep: Prep; always?: boolean }) => {
  if (!swaps.length && !kept.length) return always ? <Card title="今天没有要换的菜" /> : null
  return (
    <Section title="不能吃的，换成这个">
      {swaps.map(({ from, to, quantity, who }) => (
        <Card key={from + to} title={`${from} → ${to}`} aside={<Tag tone="warn">{`${quantity} 份`}</Tag>}>
          <Box className="k-text">{who.map(sayWho).join('、')}</Box>
        </Card>
      ))}
      {kept.map(({ name, who }) => (
        <Card key={name} title={`${name}，本人要的，照做`}>
          <Box className="k-text">{who.map(one => `${sayWho(one)}（${one.why}）`).join('、')}</Box>
        </Card>
      ))}
    </Section>
  )
}

export const Leavings = ({ prep }: { prep: Prep }) => (
  <Rows title={`怎么走，${prep.leaving[0]?.at ?? ''} 开饭`}>
    {prep.leaving.map(({ way, name, covers }) => (
      <Row
        key={way + name}
        title={name}
        note={way === 'delivery' ? WAYS.delivery : undefined}
        aside={<Words className="d-count">{`${covers} 份`}</Words>}
      />
    ))}
  </Rows>
)

export const Notes = ({ prep: { notes } }: { prep: Prep }) =>
  notes.length ? (
    <Rows title="交代的话">
      {notes.map(({ call, door, words }) => (
        <Row key={call + door + words} title={words} note={`${call} ${door}`} />
      ))}
    </Rows>
  ) : null
