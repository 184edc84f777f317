/** Households as cards: the label, who leads it, and its tags. */
import type { HouseholdCard } from '@domain/people/contract'
import { go } from '@/platform'
import { Card, Tag, Tags } from '@/ui'
import { DOOR_PAGE } from './words'

export const Marks = ({ home }: { home: HouseholdCard }) => (
  <Tags>
    {home.ended ? <Tag tone="warn">已注销</Tag> : null}
    {home.tags.map(tag => (
      <Tag key={tag}>{tag}</Tag>
    ))}
  </Tags>
)

export const Home = ({ home }: { home: HouseholdCard }) => (
  <Card
    title={home.label}
    aside={<Marks home={home} />}
    note={home.head ? `${home.head} · ${home.count} 人` : '还没登记人'}
    onTap={() => go(DOOR_PAGE, { household: home.id })}
  />
)
