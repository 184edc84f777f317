import type { OutputOf } from '@domain'
import { useState } from 'react'
import { call, membership, sentence, useCall, useMe } from '@/platform'
import { ago, Button, Card, count, Empty, Loaded, Page, roleName, Table, Tag, toast } from '@/ui'

type Trace = OutputOf<'account.trace'>

/** The trace for an auditor: who did what to what, and whether the chain of its seals still holds. */
export default function TracePage() {
  const me = useMe()
  const post = membership(me, 'auditor')
  const trace = useCall('account.trace', post ? { division: post.scope } : null)
  return (
    <Page title="操作记录" heading={post?.place} wide at={trace.at}>
      <Loaded from={trace} shape="rows" empty={<Empty title="还没有记录" words="有人看过、改过什么，会记在这里。" drawing="search" />}>
        {data => <Entries first={data} division={post?.scope ?? ''} />}
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
          { title: '结果', cell: ({ ok }) => <Tag tone={ok ? 'ok' : 'warn'}>{ok ? '做成了' : '没让做'}</Tag> },
        ]}
      />
      {after ? <Button onTap={more}>再往前看</Button> : null}
    </>
  )
}

const Seal = ({ sealed }: { sealed: Trace['sealed'] }) => (
  <Card
    title={sealed.holds ? '封存的记录没有被动过' : '封存的记录对不上，请马上查'}
    edge={sealed.holds ? 'ok' : 'bad'}
    aside={<Tag tone={sealed.holds ? 'ok' : 'bad'}>{sealed.holds ? '完好' : '对不上'}</Tag>}
    note={`一共封存了 ${count(sealed.entries)} 条`}
  />
)

const DOING: { [operation: string]: string } = {
  'account.assign': '安排岗位',
  'account.replace': '安排代班',
  'account.end_membership': '结束岗位',
  'account.link': '对上住户档案',
  'account.request_code': '要验证码',
  'account.enter': '登录',
  'account.enter_demo': '演示登录',
  'account.bind': '绑定微信',
  'account.trace': '看操作记录',
  'account.leave': '退出',
  'people.reveal': '看证件号或电话',
  'people.dial': '打电话',
  'people.add_household': '加一户',
  'people.correct_household': '改门牌',
  'people.move_household': '换网格',
  'people.end_household': '注销一户',
  'people.add_resident': '加一个人',
  'people.correct_resident': '改个人信息',
  'people.move_resident': '迁到别户',
  'people.end_resident': '记迁出或去世',
  'people.set_tag': '加标签',
  'people.end_tag': '去标签',
  'people.consent': '记家属同意',
  'people.end_consent': '结束家属同意',
  'people.add_grid': '建网格',
  'people.rename_grid': '改网格名',
  'people.resize_grid': '调整网格',
  'visits.log': '记敲门',
  'visits.correct': '改敲门记录',
  'visits.settle': '办结一件事',
  'files.file': '存照片或表格',
}
const FEATURES: { [feature: string]: string } = { account: '账号', people: '住户', visits: '敲门', files: '文件', notices: '通知' }
/** What an operation is in plain words; one without words of its own is named by its feature. */
const doing = (operation: string): string => DOING[operation] ?? `${FEATURES[operation.split('.')[0]] ?? '别的'}里的操作`
