/** What was just given at the counter, in letters one reads from two metres. */
import type { Pick as Meal } from '@domain/meals/contract/rounds'
import { Box, Callout, Card, money, Tag, Tags } from '@/ui'
import { WAYS } from '../words'

export type Given = { meal: Meal } | { problem: string }

export function GivenCard({ given }: { given: Given | null }) {
  if (!given) return null
  if ('problem' in given)
    return (
      <Callout tone="bad" icon="warn" alert>
        {given.problem}
      </Callout>
    )
  const { meal } = given
  return (
    <Box aria={{ role: 'status', live: 'polite' }}>
      <Card edge="ok">
        <Box className="r-call">{meal.call}</Box>
        <Box className="k-text">{dishesOf(meal)}</Box>
        <Tags>
          <Tag tone="ok">给了</Tag>
          <Tag>{WAYS[meal.way]}</Tag>
          {meal.care.map(one => (
            <Tag key={one} tone="warn">
              {one}
            </Tag>
          ))}
          <Tag tone={meal.cash ? 'info' : 'plain'}>{meal.cash ? `收 ${money(meal.cash)}` : '不用收钱'}</Tag>
        </Tags>
      </Card>
    </Box>
  )
}

export const dishesOf = ({ dishes }: Pick<Meal, 'dishes'>) =>
  dishes.map(({ name, quantity }) => (quantity > 1 ? `${name} ${quantity} 份` : name)).join('、')
