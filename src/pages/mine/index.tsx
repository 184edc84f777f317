import type { Membership } from '@domain/account/contract'
import { canSpeak, go, leave, membership, type Preferences, prefer, SCALES, start, useMe, useOutbox, usePreferences } from '@/platform'
import { toJoin, toMe, toTold } from '@/shifts/ways'
import { ask, Box, Button, Card, Choice, Page, Row, Rows, roleName, Switch, sayDay, Tag } from '@/ui'

/** Who I am here, how the app looks and speaks, what it keeps, and the way out. */
export default function Mine() {
  const me = useMe()
  const parcels = useOutbox(outbox => outbox.parcels)
  const failed = parcels.filter(parcel => parcel.problem).length
  const state = failed ? `${failed} 条没传上` : parcels.length ? `${parcels.length} 条` : '没有'
  return (
    <Page title="我的" heading={me.name} aside={me.phone} tab="mine">
      {me.demo ? <Card title="演示" aside={<Tag tone="info">演示</Tag>} note="这里的人和事都是编的，随便点，不会惊动谁。" /> : null}
      <Posts memberships={me.memberships} day={me.day} />
      <Volunteering />
      <Settings />
      <Rows>
        {membership(me, 'volunteer', 'lead', 'kitchen') ? (
          <Row icon="bell" title="想收到什么" note="微信提醒还剩几次，不想听哪些，手机日历" onTap={toTold} />
        ) : null}
        <Row icon="upload" title="待上传" aside={state} onTap={() => go('/account/pages/waiting/index')} />
        <Row icon="shield" title="隐私" note="手机里存了什么，怎么清掉" onTap={() => go('/account/pages/privacy/index')} />
        <Row icon="info" title="关于两邻" onTap={() => go('/account/pages/about/index')} />
      </Rows>
      <Button kind="danger" icon="out" onTap={() => goodbye(parcels.length)}>
        退出登录
      </Button>
    </Page>
  )
}

/** The way to one's own page as a volunteer, or to becoming one. */
function Volunteering() {
  const helps = membership(useMe(), 'volunteer', 'lead')
  return (
    <Rows>
      {helps ? (
        <Row icon="heart" title="我的志愿" note="会什么、什么时候有空、证件、歇一阵" onTap={toMe} />
      ) : (
        <Row icon="heart" title="当志愿者" note="登记一分钟，会什么做什么" onTap={toJoin} />
      )}
    </Rows>
  )
}

/** Signing out warns when something waits: it stays on this phone and goes out only after the same person is back. */
async function goodbye(waiting: number) {
  const words = waiting
    ? `还有 ${waiting} 条没传上去。退出后它们留在这台手机里，您下次在这台手机登录才会接着传。`
    : '手机里存的住户信息会清掉，下次要重新登录。'
  if (!(await ask({ title: '退出登录？', words, yes: waiting ? '还是退出' : '退出', danger: true }))) return
  await leave()
  await start('/account/pages/enter/index')
}

function Posts({ memberships, day }: { memberships: Membership[]; day: string }) {
  if (!memberships.length) return null
  return (
    <Rows title="我在这里">
      {memberships.map(post => (
        <Row key={post.id} title={roleName(post.role)} note={`${post.place}${post.for ? `，替${post.for}` : ''}`} aside={span(post, day)} />
      ))}
    </Rows>
  )
}
const span = ({ since, until }: Membership, day: string) => (until ? `到 ${sayDay(until, day)}` : `${sayDay(since, day)}起`)

const SIZES = SCALES.map((scale, n) => ({ value: String(scale), label: ['正常', '大', '特大'][n] }))

function Settings() {
  const { elder, scale, listen } = usePreferences()
  return (
    <Box className="k-stack">
      <Rows title="怎么看着舒服">
        <Switch label="长辈版" note="字大、按钮大，一屏一件事" on={elder} onChange={on => prefer({ elder: on })} />
        {canSpeak() ? <Switch label="念给我听" note="每页右上角多一个按钮" on={listen} onChange={on => prefer({ listen: on })} /> : null}
      </Rows>
      <Card>
        <Choice
          label="字号"
          columns={3}
          options={SIZES}
          value={String(scale)}
          onChange={value => prefer({ scale: Number(value) as Preferences['scale'] })}
        />
      </Card>
    </Box>
  )
}
