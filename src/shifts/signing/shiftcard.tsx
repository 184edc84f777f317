import type { Cover, Open } from '@domain/shifts/contract/signing'
import { Card, Tag } from '@/ui'
import { toShift } from '../ways'
import { hours, standTag, whyNot } from './say'

/** A shift in the list: when, where, how many are wanted; pressing it opens it. */
export function OpenCard({ open, day }: { open: Open; day?: string }) {
  const { words, tone } = standTag(open)
  const { shift, stands, best } = open
  const role = shift.roles.find(one => one.id === best)
  const warn = stands.find(one => one.role === best)?.warn
  return (
    <Card
      title={[day, hours(shift), shift.title].filter(Boolean).join(' ')}
      aside={<Tag tone={tone}>{words}</Tag>}
      note={[shift.place.name, role && shift.roles.length > 1 ? `可以做${role.name}` : '', warn ?? ''].filter(Boolean).join('，')}
      onTap={() => toShift(shift.id)}
    />
  )
}

/** A shift that cannot be taken, and why. */
export const ShutCard = ({ open, day }: { open: Open; day: string }) => (
  <Card
    title={`${day} ${hours(open.shift)} ${open.shift.title}`}
    aside={<Tag tone="plain">{standTag(open).words}</Tag>}
    note={whyNot(open)}
    onTap={() => toShift(open.shift.id)}
  />
)

/** Somebody who asks to be replaced. */
export const CoverCard = ({ cover, day }: { cover: Cover; day: string }) => (
  <Card
    edge="warn"
    title={`${cover.name}想请人替`}
    note={`${day} ${hours(cover.shift)} ${cover.shift.title}（${cover.roleName}），${cover.shift.place.name}。${cover.why}`}
    onTap={() => toShift(cover.shift.id, cover.account)}
  />
)
