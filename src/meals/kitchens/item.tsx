/** One dish of a day's menu: how many portions, and, in a sheet, what is different about it that day. */
import type { Dish, Menu } from '@domain/meals/contract/kitchens'
import { useState } from 'react'
import { Box, Button, Card, Choice, Choices, Field, Sheet, Stepper, Tag } from '@/ui'
import { KINDS, TEXTURES } from '../words'
import { listOf, type Planned, promised } from './plan'
import { fenOf, yuanOf } from './yuan'

interface Props {
  planned: Planned
  dish: Dish
  menu?: Menu
  /** The other dishes of the day, for a substitute. */
  others: Dish[]
  onChange: (planned: Planned) => void
  onRemove: () => void
  /** The day is over: nothing is changed any more. */
  fixed: boolean
}

export function Item({ planned, dish, menu, others, onChange, onRemove, fixed }: Props) {
  const [open, setOpen] = useState(false)
  const least = promised(menu, dish.id)
  const item = menu?.items.find(one => one.dish === dish.id)
  const said = item && menu?.published ? saying(item) : ''
  const own = [planned.ingredients && '这天用的料不一样', planned.price !== undefined && `这天 ${yuanOf(planned.price)} 元`].filter(Boolean)
  return (
    <Card
      title={dish.name}
      aside={<Tag tone={planned.special ? 'info' : 'plain'}>{planned.special || KINDS[dish.kind]}</Tag>}
      note={[said, ...own].filter(Boolean).join('；')}
    >
      {fixed ? null : (
        <Box className="m-item-acts">
          <Stepper
            bare
            label={`${dish.name}做多少份`}
            unit="份"
            step={5}
            min={least}
            max={5000}
            value={planned.portions}
            onChange={portions => onChange({ ...planned, portions })}
          />
          <Button kind="quiet" icon="edit" label={`${dish.name}，特供、换料、去掉`} onTap={() => setOpen(true)}>
            特供、换料、去掉
          </Button>
        </Box>
      )}
      {open ? <Details {...{ planned, dish, others, onChange, onRemove, least }} onClose={() => setOpen(false)} /> : null}
    </Card>
  )
}

/** 订出去 6 份，长期订的留 33 份，还剩 11 份. */
const saying = ({ sold, held, left }: Menu['items'][number]) =>
  [sold ? `订出去 ${sold} 份` : '还没人订', held ? `长期订的留 ${held} 份` : '', `还剩 ${left} 份`].filter(Boolean).join('，')

type DetailProps = Omit<Props, 'menu' | 'fixed'> & { least: number; onClose: () => void }
const OFF = 'none'

function Details({ planned, dish, others, onChange, onRemove, least, onClose }: DetailProps) {
  const [number, setNumber] = useState(String(planned.portions))
  const [special, setSpecial] = useState(planned.special)
  const [price, setPrice] = useState(yuanOf(planned.price ?? dish.price))
  const [made, setMade] = useState((planned.ingredients ?? dish.ingredients).join('、'))
  const [allergens, setAllergens] = useState((planned.allergens ?? dish.allergens).join('、'))
  const [textures, setTextures] = useState(planned.textures ?? dish.textures)
  const [instead, setInstead] = useState(planned.instead || OFF)
  const few = Number(number) < least
  const save = () => {
    const { dish: id } = planned
    const own = { portions: Number(number), special, instead: instead === OFF ? '' : instead }
    const fen = fenOf(price)
    const [ingredients, warned] = [listOf(made), listOf(allergens)]
    onChange({
      ...{ dish: id, ...own },
      ...(fen !== undefined && fen !== dish.price ? { price: fen } : {}),
      ...(ingredients.join() !== dish.ingredients.join() ? { ingredients } : {}),
      ...(warned.join() !== dish.allergens.join() ? { allergens: warned } : {}),
      ...([...textures].sort().join() !== [...dish.textures].sort().join() ? { textures } : {}),
    })
    onClose()
  }
  const remove = () => {
    onRemove()
    onClose()
  }
  return (
    <Sheet
      title={dish.name}
      onClose={onClose}
      actions={
        <Button big kind="primary" disabled={few} onTap={save}>
          就这样
        </Button>
      }
    >
      <Box className="k-stack">
        <Field
          label="做多少份"
          kind="number"
          max={4}
          value={number}
          onChange={text => setNumber(text.replace(/\D/g, ''))}
          error={few ? `已经有 ${least} 份是大家订的，不能再少` : undefined}
        />
        <Field
          label="特供叫什么"
          hint="比如：周四酸菜包子。订餐的人最先看到它"
          need={false}
          max={30}
          value={special}
          onChange={setSpecial}
        />
        {others.length ? (
          <Choice
            label="不能吃这道的人，换成"
            options={[{ value: OFF, label: '不换' }, ...others.map(one => ({ value: one.id, label: one.name }))]}
            value={instead}
            onChange={setInstead}
          />
        ) : null}
        <Field label="这一天用的料" hint="和菜谱不一样才改，只管这一天" need={false} max={200} value={made} onChange={setMade} />
        <Field label="这一天要当心的" hint="花生、鸡蛋这些会过敏的" need={false} max={200} value={allergens} onChange={setAllergens} />
        <Choices
          label="这一天做成"
          columns={3}
          options={(Object.keys(TEXTURES) as (keyof typeof TEXTURES)[]).map(value => ({ value, label: TEXTURES[value] }))}
          values={textures}
          onChange={setTextures}
        />
        <Field label="这一天卖多少钱" hint="元一份" kind="number" max={6} value={price} onChange={setPrice} />
        {least ? (
          <Box className="k-note">{`有 ${least} 份是大家订的，这道菜不能去掉。不想再接新的，把份数改成 ${least}`}</Box>
        ) : (
          <Button kind="danger" icon="bin" onTap={remove}>
            这一天不做这道菜
          </Button>
        )}
      </Box>
    </Sheet>
  )
}
