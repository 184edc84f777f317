/** The menu of a meal, to choose from. */
import type { TableDay } from '@domain/meals/contract/orders'
import { useState } from 'react'
import { Box, Button, Buttons, Callout, Heading, money, Stepper, Tag, Tags } from '@/ui'
import { byKind, type Chosen, insteadOf, type Offer, put, roomFor, swap } from './basket'
import { DishPicture } from './kitchens/photo'
import { KINDS, TEXTURES } from './words'

export interface MenuProps {
  slot: TableDay
  chosen: Chosen
  onChange: (chosen: Chosen) => void
}
/** More of one dish than this is a mistake, or a party. */
const MOST = 9

/** The dishes by kind, sets first. */
export const Menu = (props: MenuProps) => (
  <>
    {byKind(props.slot.items).map(({ kind, items }) => (
      <Box key={kind} className="k-section">
        <Heading level={2} className="k-section-title">
          {KINDS[kind]}
        </Heading>
        <Box className="k-rows" aria={{ role: 'list', label: KINDS[kind] }}>
          {items.map(item => (
            <Dish key={item.dish} item={item} {...props} />
          ))}
        </Box>
      </Box>
    ))}
  </>
)

/** One dish: what is in it, why not, how many are left, and how many one wants. */
export function Dish({ item, slot, chosen, onChange }: MenuProps & { item: Offer }) {
  const [asking, setAsking] = useState(false)
  const wanted = chosen.lines[item.dish] ?? 0
  const room = Math.min(MOST, roomFor(slot, item))
  const set = (quantity: number) => onChange(put(chosen, item.dish, quantity))
  const add = () => (item.clash && !chosen.accepted.includes(item.dish) ? setAsking(true) : set(1))
  const accept = () => {
    setAsking(false)
    onChange(put({ ...chosen, accepted: [...chosen.accepted, item.dish] }, item.dish, Math.max(1, wanted)))
  }
  const replace = (instead: Offer) => {
    setAsking(false)
    onChange(swap(chosen, item.dish, instead.dish))
  }
  const clashing = wanted > 0 && item.clash && !chosen.accepted.includes(item.dish)
  return (
    <Box className="k-row m-dish" aria={{ role: 'listitem' }}>
      {item.photo ? <DishPicture id={item.photo} name={item.name} /> : null}
      <Box className="m-dish-line">
        <DishWords item={item} room={room} wanted={wanted} />
        {wanted > 0 && wanted <= room ? (
          <Stepper bare label={item.name} value={wanted} max={room} onChange={set} />
        ) : room > 0 && !wanted ? (
          <Button kind="soft" label={`${item.name}，来一份`} onTap={add}>
            来一份
          </Button>
        ) : null}
      </Box>
      {wanted > room ? <TooMany {...{ item, room, set }} /> : null}
      {asking || clashing ? (
        <Clashing {...{ item, slot, accept, replace }} onDrop={wanted ? () => set(0) : () => setAsking(false)} />
      ) : null}
    </Box>
  )
}

function DishWords({ item, room, wanted }: { item: Offer; room: number; wanted: number }) {
  const few = room > 0 && room < 6
  return (
    <Box className="k-row-main">
      <Box className="k-line">
        <Box className="k-row-title">{item.name}</Box>
        <Box className="k-soft">{money(item.price)}</Box>
      </Box>
      {item.ingredients.length ? <Box className="k-row-note">{item.ingredients.join('、')}</Box> : null}
      {item.special || item.textures.length || few || (!room && !wanted) ? (
        <Tags>
          {item.special ? <Tag tone="info">{item.special}</Tag> : null}
          {item.textures.map(texture => (
            <Tag key={texture}>{TEXTURES[texture]}</Tag>
          ))}
          {!room && !wanted ? <Tag tone="warn">订完了</Tag> : few ? <Tag tone="warn">{`还有 ${room} 份`}</Tag> : null}
        </Tags>
      ) : null}
      {item.clash ? <Box className="m-clash">{item.clash}</Box> : null}
    </Box>
  )
}

/** Somebody was quicker: fewer are left than are wanted. */
const TooMany = ({ item, room, set }: { item: Offer; room: number; set: (quantity: number) => void }) => (
  <Callout tone="warn" icon="alert" alert>
    <Box>{room ? `${item.name}只剩 ${room} 份了` : `${item.name}刚刚订完`}</Box>
    <Buttons>
      {room ? <Button onTap={() => set(room)}>{`就要 ${room} 份`}</Button> : null}
      <Button onTap={() => set(0)}>不要这个了</Button>
    </Buttons>
  </Callout>
)

interface ClashingProps {
  item: Offer
  slot: TableDay
  accept: () => void
  replace: (instead: Offer) => void
  onDrop: () => void
}
/** A dish against what somebody must not or will not eat: why, and what is given instead. */
function Clashing({ item, slot, accept, replace, onDrop }: ClashingProps) {
  const instead = insteadOf(slot, item)
  return (
    <Callout tone="warn" icon="alert" alert>
      <Box>{`${item.name}：${item.clash}。${instead ? `可以换成${instead.name}` : ''}`}</Box>
      <Buttons column>
        {instead ? (
          <Button kind="soft" onTap={() => replace(instead)}>
            {`换成${instead.name}`}
          </Button>
        ) : null}
        <Button onTap={onDrop}>不要这个了</Button>
        <Button kind="quiet" onTap={accept}>
          我知道，还是要它
        </Button>
      </Buttons>
    </Callout>
  )
}
