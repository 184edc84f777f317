/** How a meal comes to the eater, how it is paid, and what is to be known. */
import type { Pay, Way } from '@domain/meals/contract'
import type { Table, TableDay } from '@domain/meals/contract/orders'
import { Choice, Field } from '@/ui'
import type { Chosen } from './basket'
import { PAYS, WAYS } from './words'

interface TermsProps {
  table: Table
  slot: Pick<TableDay, 'kitchen'>
  chosen: Pick<Chosen, 'way' | 'point' | 'pay' | 'note'>
  onChange: (change: Partial<Chosen>) => void
}

/** 送到家, 自己来取, 在食堂吃; where, when there are several places. */
export function WayPart({ table, slot, chosen, onChange }: TermsProps) {
  const kitchen = table.kitchens.find(one => one.id === slot.kitchen)
  const ways = kitchen?.ways ?? ['delivery']
  const points = pointsFor(table, slot.kitchen, chosen.way)
  return (
    <>
      <Choice
        label="怎么吃"
        columns={ways.length > 2 ? 3 : 2}
        options={ways.map(way => ({ value: way, label: WAYS[way] }))}
        value={chosen.way}
        onChange={(way: Way) => onChange({ way, point: undefined })}
      />
      {points.length > 1 ? (
        <Choice
          label={chosen.way === 'eatin' ? '在哪儿吃' : '在哪儿取'}
          columns={1}
          options={points.map(one => ({ value: one.id, label: one.name, note: one.address }))}
          value={chosen.point ?? slot.kitchen}
          onChange={point => onChange({ point: point === slot.kitchen ? undefined : point })}
        />
      ) : null}
    </>
  )
}

/** The kitchen itself and its points where this way is possible; none for a meal that is brought. */
export const pointsFor = (table: Table, kitchen: string, way: Way) =>
  way === 'delivery'
    ? []
    : [...table.kitchens.filter(one => one.id === kitchen), ...table.points.filter(one => one.parent === kitchen && one.ways.includes(way))]

/** How it is paid and a word for the kitchen. */
export function PayPart({ table, chosen, onChange }: TermsProps) {
  const notes: Record<Pay, string> = { cash: '送到时给', account: `还有 ${table.balance / 100} 元`, bill: '月底一起付' }
  return (
    <>
      <Choice
        label="怎么付"
        columns={3}
        options={(['cash', 'account', 'bill'] as const).map(pay => ({ value: pay, label: PAYS[pay], note: notes[pay] }))}
        value={chosen.pay}
        onChange={pay => onChange({ pay })}
      />
      <Field
        label="给厨房留句话"
        need={false}
        value={chosen.note}
        max={100}
        placeholder="少放点盐、放门口的凳子上"
        onChange={note => onChange({ note })}
      />
    </>
  )
}
