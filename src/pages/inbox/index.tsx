import type { OutputOf } from '@domain'
import type { Notice } from '@domain/notices/contract'
import { useState } from 'react'
import { call, go, refresh, sentence, useCall, useMe } from '@/platform'
import { ago, Box, Button, Card, Empty, List, Loaded, Page, Tag, toast } from '@/ui'

type Notices = OutputOf<'notices.list'>

/** What the system told this person, newest first. */
export default function Inbox() {
  const me = useMe()
  const list = useCall('notices.list', {}, { keep: 'notices' })
  const read = async (notice?: string) => {
    await call('notices.read', notice ? { notice } : {}).then(
      () => Promise.all([list.retry(), refresh()]),
      problem => toast(sentence(problem), { tone: 'bad' }),
    )
  }
  const heading = me.unread ? `${me.unread} 条没看` : undefined
  return (
    <Page
      title="通知"
      heading={heading}
      tab="inbox"
      at={list.at}
      actions={me.unread ? <Button onTap={() => read()}>都看过了</Button> : undefined}
    >
      <Loaded from={list} empty={<Empty title="还没有通知" words="有事会在这里告诉您。" drawing="letter" />}>
        {data => <Some first={data} onRead={read} />}
      </Loaded>
    </Page>
  )
}

/** The notices, with older pages joined on demand. */
function Some({ first, onRead }: { first: Notices; onRead: (notice: string) => Promise<void> }) {
  const [older, setOlder] = useState<Notices | null>(null)
  const after = older ? older.after : first.after
  const more = async () => {
    const page = await call('notices.list', { after }).catch(problem => toast(sentence(problem), { tone: 'bad' }))
    if (page) setOlder(was => ({ items: [...(was?.items ?? []), ...page.items], after: page.after }))
  }
  const now = Date.now()
  return (
    <List label="通知" items={[...first.items, ...(older?.items ?? [])]} keyOf={({ id }) => id} onMore={after ? more : undefined}>
      {notice => <One notice={notice} now={now} onRead={onRead} />}
    </List>
  )
}

function One({ notice, now, onRead }: { notice: Notice; now: number; onRead: (notice: string) => Promise<void> }) {
  const { id, title, body, to, urgent, readAt, at } = notice
  const fresh = readAt === undefined
  const open = async () => {
    if (fresh) await onRead(id)
    if (to) await go(to)
  }
  return (
    <Card
      title={title}
      edge={urgent && fresh ? 'bad' : undefined}
      aside={fresh ? <Tag tone={urgent ? 'bad' : 'info'}>{urgent ? '要紧' : '没看'}</Tag> : undefined}
    >
      <Box className="k-text">{body}</Box>
      <Box className="k-note">{ago(at, now)}</Box>
      {to || fresh ? <Button onTap={open}>{to ? '去看看' : '知道了'}</Button> : null}
    </Card>
  )
}
