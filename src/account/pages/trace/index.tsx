import type { OutputOf } from '@domain'
import { useState } from 'react'
import { call, membership, sentence, useCall, useMe } from '@/platform'
import { ago, Button, Card, Empty, Loaded, Page, roleName, Table, Tag, toast } from '@/ui'
import { doing, entries, onWhat } from './words'

type Trace = OutputOf<'account.trace'>

/** The trace for an auditor: who did what to what, and whether the chain of its seals still holds. */
export default function TracePage() {
  const me = useMe()
  const post = membership(me, 'auditor')
  const trace = useCall('account.trace', post ? { division: post.scope } : null)
  if (!post)
    return (
      <Page title="操作记录">
        <Empty title="操作记录只给审计员看" words="谁看过、改过什么，由审计员来查。" drawing="search" />
      </Page>
    )
  return (
    <Page title="操作记录" heading={post.place} wide at={trace.at}>
      <Loaded from={trace} shape="rows" empty={<Empty title="还没有记录" words="有人看过、改过什么，会记在这里。" drawing="search" />}>
        {data => <Entries first={data} division={post.scope} />}
      </Loaded>
    </Page>
  )
}

function Entries({ first, division }: { first: Trace; division: string }) {
  const [older, setOlder] = useState<Pick<Trace, 'items' | 'after'> | null>(null)
  const after = older ? older.after : first.after
  const more = async () => {
    const page = await call('account.trace', { division, after }).catch(problem => toast(sentence(problem), { tone: 'bad' }))
    if (page) setOlder(was => ({ items: [...(was?.items ?? []), ...page.items], after: page.after }))
  }
  const now = Date.now()
  return (
    <>
      <Seal sealed={first.sealed} />
      <Table
        caption="操作记录，新的在前"
        rows={[...first.items, ...(older?.items ?? [])]}
        keyOf={({ id }) => id}
        columns={[
          { title: '什么时候', cell: ({ at }) => ago(at, now) },
          {
            title: '谁',
            cell: ({ who, role }) => `${who || '没登录的人'}${role ? `（${role.split(',').map(roleName).join('、')}）` : ''}`,
          },
          { title: '做了什么', cell: ({ operation, note }) => (note ? `${doing(operation)}：${note}` : doing(operation)) },
          { title: '对什么', cell: ({ operation, place }) => onWhat(operation, place) },
          { title: '结果', cell: ({ ok }) => <Tag tone={ok ? 'ok' : 'warn'}>{ok ? '做成了' : '没让做'}</Tag> },
        ]}
      />
      {after ? <Button onTap={more}>再往前看</Button> : null}
    </>
  )
}

/** One sentence: whether anybody has tampered with what was written down. */
const Seal = ({ sealed }: { sealed: Trace['sealed'] }) =>
  sealed.holds ? (
    <Card
      title={`${entries(sealed.entries)}，一条没被动过`}
      edge="ok"
      aside={<Tag tone="ok">完好</Tag>}
      note="每一条都和前一条扣在一起，谁改过、删过都会露出来。"
    />
  ) : (
    <Card
      title="对不上，请马上找管系统的人"
      edge="bad"
      aside={<Tag tone="bad">对不上</Tag>}
      note={`一共 ${entries(sealed.entries)}，里面有被改过或者删掉的。先别清数据，留着好查。`}
    />
  )
