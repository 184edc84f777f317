/** Whom a change touches, before it is made. */
import type { Touched } from '@domain/shifts/contract/plan'
import { Row, Rows, Tag } from '@/ui'
import { fateSaid } from './words'

const TONES = { off: 'bad', stays: 'ok', waits: 'plain' } as const
const WORDS = { off: '要退掉', stays: '还在', waits: '排队' } as const

/** Those who lose their place first. */
export function TouchedPeople({ title, people }: { title: string; people: readonly Touched[] }) {
  const sorted = [...people].sort((a, b) => Number(b.fate === 'off') - Number(a.fate === 'off'))
  return (
    <Rows title={title}>
      {sorted.map(one => (
        <Row
          key={one.account}
          title={one.name}
          note={one.fate === 'off' ? fateSaid(one) : one.role}
          aside={<Tag tone={TONES[one.fate]}>{WORDS[one.fate]}</Tag>}
        />
      ))}
    </Rows>
  )
}
