/** Choosing people of the list: who leads a team, who is taken in. */
import { useState } from 'react'
import { useCall } from '@/platform'
import { Button, Choices, Empty, Field, Loaded, Row, Rows, Sheet } from '@/ui'
import { useRest } from './filters'

interface Named {
  account: string
  name: string
}

/** Who leads: any of the members, at most six. */
export function LeadsSheet({
  members,
  leads,
  onSave,
  onClose,
}: {
  members: Named[]
  leads: string[]
  onSave: (leads: string[]) => unknown
  onClose: () => void
}) {
  const [chosen, setChosen] = useState(leads)
  return (
    <Sheet
      title="谁是队长"
      onClose={onClose}
      actions={
        <Button big kind="primary" onTap={() => onSave(chosen)}>
          {chosen.length ? '就请他们' : '先没有队长'}
        </Button>
      }
    >
      {members.length === 0 ? <Empty title="队里还没有人" words="先从名册里加人进来，再请队长。" /> : null}
      <Choices
        label="队里的人"
        hint="队长能点名、排自己队的班"
        columns={2}
        options={members.map(one => ({ value: one.account, label: one.name }))}
        values={chosen}
        onChange={setChosen}
      />
    </Sheet>
  )
}

/** Somebody of the community's list. */
export function PersonSheet({
  title,
  community,
  but,
  onChoose,
  onClose,
}: {
  title: string
  community: string
  but: string[]
  onChoose: (account: string) => unknown
  onClose: () => void
}) {
  const [words, setWords] = useState('')
  const rested = useRest(words)
  const from = useCall('shifts.volunteers', { community, state: 'active', ...(rested ? { words: rested } : {}) })
  return (
    <Sheet title={title} onClose={onClose}>
      <Field label="找谁" kind="search" hint="名字、拼音、首字母都行" value={words} max={20} onChange={setWords} />
      <Loaded from={from} shape="rows" empty={<Empty title="名册里没有找到" words="先在名册里登记，再加进队。" />}>
        {page => (
          <Rows>
            {page.items
              .filter(one => !but.includes(one.account))
              .slice(0, 20)
              .map(one => (
                <Row key={one.account} title={one.name} note={one.phone} onTap={() => onChoose(one.account)} />
              ))}
          </Rows>
        )}
      </Loaded>
    </Sheet>
  )
}
