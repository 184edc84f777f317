import { mayGive } from '@domain/account/rules'
import type { Role } from '@domain/contract'
import { useState } from 'react'
import { LEVEL, PlacePicker } from '@/account/placepicker'
import { back, membership, useDraft, useMe, useQuery, useWrite } from '@/platform'
import { Button, Card, Choice, Field, Page, roleName, Skeleton, toast, Wrong } from '@/ui'

interface Typed {
  phone: string
  name: string
  role: Role | ''
  scope: string
  since: string
  until: string
}

/** Assigns somebody; with `?membership=` somebody takes that one's place for a time. */
export default function Screen() {
  const { membership: replaced, name = '', place = '', role = '' } = useQuery()
  const { day } = useMe()
  const draft = useDraft<Typed>(`member/${replaced ?? 'new'}`, { phone: '', name: '', role: '', scope: '', since: day, until: '' })
  if (!draft.ready)
    return (
      <Page title="安排人员">
        <Skeleton shape="form" />
      </Page>
    )
  return replaced ? <Replace id={replaced} whose={{ name, place, role }} draft={draft} /> : <Assign draft={draft} />
}

type Kept = ReturnType<typeof useDraft<Typed>>
const isPhone = (text: string) => /^1[3-9]\d{9}$/.test(text)

function Assign({ draft }: { draft: Kept }) {
  const me = useMe()
  const write = useWrite('account.assign')
  const [tried, setTried] = useState(false)
  const { value } = draft
  const roles = [...new Set(me.memberships.flatMap(one => mayGive(one.role)))].filter(role => role !== 'family' && role !== 'resident')
  const held = membership(me, 'security', 'city', 'district', 'street', 'community')
  const ready = isPhone(value.phone) && value.name.trim() && value.role && value.scope
  const save = async () => {
    setTried(true)
    if (!ready || !value.role) return
    const { phone, name, role, scope, since, until } = value
    if (!(await write.run({ phone, name: name.trim(), role, scope, since, ...(until ? { until } : {}) }))) return
    await draft.done()
    toast('安排好了，用这个手机号就能登录')
    await back()
  }
  return (
    <Page
      title="安排一个人"
      bar={draft.from ? '接着上次填的' : null}
      footer={
        <Button big kind="primary" busy={write.busy} onTap={save}>
          {value.role ? `安排为${roleName(value.role)}` : '安排'}
        </Button>
      }
    >
      <Who draft={draft} tried={tried} write={write} />
      <Choice
        label="做什么"
        options={roles.map(role => ({ value: role, label: roleName(role) }))}
        value={value.role || null}
        onChange={role => draft.set(was => ({ ...was, role, scope: LEVEL[role] === LEVEL[was.role || role] ? was.scope : '' }))}
        error={tried && !value.role ? '选一个' : write.at === 'role' ? write.problem : undefined}
      />
      {value.role && held ? (
        <PlacePicker
          level={LEVEL[value.role] ?? held.scope.length}
          from={held}
          value={value.scope}
          onChange={scope => draft.set(was => ({ ...was, scope }))}
          error={tried && !value.scope ? '选一个地方' : write.at === 'scope' ? write.problem : undefined}
        />
      ) : null}
      <Days draft={draft} write={write} />
      {write.problem && !['phone', 'name', 'role', 'scope', 'since', 'until'].includes(write.at ?? '') ? (
        <Wrong>{write.problem}</Wrong>
      ) : null}
    </Page>
  )
}

interface ReplaceProps {
  id: string
  whose: { name: string; place: string; role: string }
  draft: Kept
}

function Replace({ id, whose, draft }: ReplaceProps) {
  const write = useWrite('account.replace')
  const [tried, setTried] = useState(false)
  const { phone, name, since, until } = draft.value
  const save = async () => {
    setTried(true)
    if (!isPhone(phone) || !name.trim() || !until) return
    if (!(await write.run({ membership: id, phone, name: name.trim(), since, until }))) return
    await draft.done()
    toast(`${name.trim()} 替${whose.name}，到那天自己结束`)
    await back()
  }
  return (
    <Page
      title="找人代班"
      heading={`谁来替${whose.name}`}
      footer={
        <Button big kind="primary" busy={write.busy} onTap={save}>
          {name.trim() ? `由${name.trim()}代班` : '安排代班'}
        </Button>
      }
    >
      <Card title={`${whose.place} ${roleName(whose.role)}`} note={`${whose.name}的身份不变，代班到期自己结束。`} />
      <Who draft={draft} tried={tried} write={write} />
      <Days draft={draft} write={write} need={tried && !until ? '写上到哪天为止' : undefined} replacing />
      {write.problem && !['phone', 'name', 'since', 'until'].includes(write.at ?? '') ? <Wrong>{write.problem}</Wrong> : null}
    </Page>
  )
}

interface Part {
  draft: Kept
  write: { at?: string; problem?: string }
}

function Who({ draft, tried, write }: Part & { tried: boolean }) {
  const { phone, name } = draft.value
  const at = (field: string) => (write.at === field ? write.problem : undefined)
  return (
    <>
      <Field
        label="手机号"
        hint="用它收验证码登录"
        kind="tel"
        max={11}
        value={phone}
        onChange={text => draft.set(was => ({ ...was, phone: text.replace(/\D/g, '') }))}
        error={tried && !isPhone(phone) ? '手机号是 1 开头的 11 位数字' : at('phone')}
      />
      <Field
        label="姓名"
        max={40}
        value={name}
        onChange={text => draft.set(was => ({ ...was, name: text }))}
        error={tried && !name.trim() ? '姓名要写上' : at('name')}
      />
    </>
  )
}

function Days({ draft, write, need, replacing }: Part & { need?: string; replacing?: boolean }) {
  const { since, until } = draft.value
  const at = (field: string) => (write.at === field ? write.problem : undefined)
  return (
    <>
      <Field
        label="从哪天起"
        kind="date"
        value={since}
        onChange={text => draft.set(was => ({ ...was, since: text }))}
        error={at('since')}
      />
      <Field
        label="到哪天为止"
        hint={replacing ? '过了这天自己结束' : '一直做就空着'}
        need={Boolean(replacing)}
        kind="date"
        from={since}
        value={until}
        onChange={text => draft.set(was => ({ ...was, until: text }))}
        error={need ?? at('until')}
      />
    </>
  )
}
