/** What was changed on a household, by whom and when. */
import { useState } from 'react'
import { useCall } from '@/platform'
import { ago, Button, Empty, Loaded, Row, Rows } from '@/ui'

export function Book({ household }: { household: string }) {
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <Button kind="quiet" icon="history" onTap={() => setOpen(true)}>
        谁改过什么
      </Button>
    )
  return <Opened household={household} />
}

function Opened({ household }: { household: string }) {
  const changes = useCall('people.changes', { household })
  const now = Date.now()
  return (
    <Loaded from={changes} shape="rows" empty={<Empty title="还没有人改过" />}>
      {lines => (
        <Rows title="谁改过什么">
          {lines.map(({ at, who, what }, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines of one moment differ only in their place
            <Row key={`${at}${line}`} title={what} note={`${who} · ${ago(at, now)}`} />
          ))}
        </Rows>
      )}
    </Loaded>
  )
}
