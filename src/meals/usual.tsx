/** What one tap orders again. */
import type { Table, TableDay, Usual } from '@domain/meals/contract/orders'
import { Box, Button, Buttons, Card, Price, useElder } from '@/ui'
import { keyOf, standOf } from './slots'
import { sayCutoff, sayMeal, sayOthers, sayOwn, sayWhy, WAYS } from './words'

/** The usual meal, while the meal it is for can be ordered. */
export function usualOf(table: Table, slots: readonly TableDay[], now: number): Usual | undefined {
  const { usual } = table
  const slot = usual && slots.find(one => keyOf(one) === keyOf(usual.form))
  return slot && standOf(slot, now) === 'open' ? usual : undefined
}

/** 明天还吃老样子？ What it is, what it costs and why, until when. */
interface UsualProps {
  usual: Usual
  today: string
  now: number
  slots: readonly TableDay[]
  /** Whose it is, when somebody else's: 爸爸. */
  who?: string
  /** Choosing something else. */
  onOther?: () => unknown
}
export function UsualCard({ usual, today, now, slots, who = '', onOther }: UsualProps) {
  const { form, words, price } = usual
  const elder = useElder()
  const slot = slots.find(one => keyOf(one) === keyOf(form))
  const until = slot ? sayCutoff(slot.cutoff, now) : ''
  return (
    <Card title={`${who}${sayMeal(form.day, form.meal, today)}，老样子`} note={[WAYS[form.way], until].filter(Boolean).join(' · ')}>
      <Box className="k-text">{words.replace(/^[^：]*：/, '')}</Box>
      <Price own={sayOwn(price)} why={sayWhy(price)} others={elder ? undefined : sayOthers(price)} />
      {onOther ? (
        <Buttons>
          <Button kind="soft" onTap={onOther}>
            选别的菜
          </Button>
        </Buttons>
      ) : null}
    </Card>
  )
}
