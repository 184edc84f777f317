import type { OutputOf } from '@domain'
import { useEffect, useState } from 'react'
import { call, sentence } from '@/platform'
import { FRONT } from '@/platform/transport'
import { Para, Row, Rows, roleName, Section, Tag, toast } from '@/ui'
import type { Entered } from './door'

type People = OutputOf<'account.demo_people'>

/** The demo people, one tap away. Outside demo mode the operation does not exist and nothing is shown. */
export function Demo({ onEntered }: { onEntered: (session: Entered) => Promise<void> }) {
  const [people, setPeople] = useState<People>([])
  useEffect(() => {
    if (FRONT === 'http') void call('account.demo_people', {}).then(setPeople, () => {})
  }, [])
  if (!people.length) return null
  const be = async (person: string) => {
    try {
      await onEntered(await call('account.enter_demo', { person }))
    } catch (problem) {
      toast(sentence(problem), { tone: 'bad' })
    }
  }
  return (
    <Section title="演示：挑一位进去看看" aside={<Tag tone="info">演示</Tag>}>
      <Para className="k-note">这里的人和事都是编的，随便点。</Para>
      <Rows>
        {people.map(({ person, name, role, place, about }) => (
          <Row key={person} title={name} note={`${roleName(role)} · ${place || about}`} onTap={() => be(person)} />
        ))}
      </Rows>
    </Section>
  )
}
