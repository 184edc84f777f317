/** A rule set tried on somebody before anybody pays by it. */
import type { Way } from '@domain/meals/contract'
import type { Rule } from '@domain/meals/contract/prices'
import { yuan } from '@domain/meals/money'
import { useState } from 'react'
import { membership, useCall, useMe } from '@/platform'
import { Box, Button, Choice, Choices, Field, Price, Section, Wrong } from '@/ui'
import { fenOf } from '../kitchens/yuan'
import { sayOthers, WAYS } from '../words'
import { Find, type Person } from './find'

interface Props {
  division: string
  kitchen?: string
  /** As they are on the screen, saved or not. */
  rules: Rule[]
  /** Those that some rule names. */
  categories: { code: string; name: string }[]
}

/** 76 岁、低保，12 元的饭 -> 6 元，低保，每餐 6 元. */
export function TryOut({ division, kitchen, rules, categories }: Props) {
  const me = useMe()
  const [by, setBy] = useState<'age' | 'person'>('age')
  const [person, setPerson] = useState<Person>()
  const [age, setAge] = useState('76')
  const [price, setPrice] = useState('12')
  const [held, setHeld] = useState<string[]>([])
  const [way, setWay] = useState<Way>('eatin')
  const [years, fen] = [/^\d{1,3}$/.test(age.trim()) ? Number(age) : undefined, fenOf(price)]
  const place = { division, ...(kitchen ? { kitchen } : {}) }
  const anybody = years !== undefined && years <= 150 ? { kind: 'anybody' as const, age: years, categories: held } : undefined
  const who = by === 'age' ? anybody : person && { kind: 'resident' as const, resident: person.eater }
  const from = useCall('meals.try_rules', who && fen !== undefined ? { ...place, rules, who, price: fen, way } : null)
  return (
    <Section title="试一试">
      {membership(me, 'community', 'kitchen') ? (
        <Choice
          bare
          label="试在谁身上"
          options={[
            { value: 'age', label: '按年纪试' },
            { value: 'person', label: '找一个人试' },
          ]}
          value={by}
          onChange={setBy}
        />
      ) : null}
      {by === 'person' ? <Who division={division} person={person} onPick={setPerson} /> : null}
      <Box className={by === 'age' ? 'm-ages' : ''}>
        {by === 'age' ? <Field label="多大年纪" kind="number" value={age} onChange={setAge} max={3} /> : null}
        <Field label="这餐多少钱，元" kind="number" value={price} onChange={setPrice} max={7} />
      </Box>
      {by === 'age' && categories.length ? (
        <Choices
          label="类别"
          columns={3}
          options={categories.map(({ code, name }) => ({ value: code, label: name }))}
          values={held}
          onChange={setHeld}
        />
      ) : null}
      <Choice
        label="怎么吃"
        columns={3}
        options={(['delivery', 'pickup', 'eatin'] as const).map(value => ({ value, label: WAYS[value] }))}
        value={way}
        onChange={setWay}
      />
      {from.problem ? <Wrong>{from.problem}</Wrong> : null}
      {from.data ? (
        <Price
          label={`${from.data.who}，${yuan(from.data.price.total)}的饭`}
          own={yuan(from.data.price.payers.eater)}
          why={from.data.price.why}
          others={from.data.price.why.includes('出 ') ? '' : sayOthers(from.data.price)}
        />
      ) : null}
    </Section>
  )
}

function Who({ division, person, onPick }: { division: string; person?: Person; onPick: (person?: Person) => void }) {
  if (!person) return <Find division={division} onPick={onPick} />
  return <Button onTap={() => onPick(undefined)}>{`${person.call}，${person.door}，换一个人`}</Button>
}
