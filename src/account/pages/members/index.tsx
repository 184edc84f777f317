import type { Member } from '@domain/account/contract'
import { useState } from 'react'
import { EndMember, TieMember } from '@/account/memberends'
import { go, membership, useCall, useMe, useWide } from '@/platform'
import { Button, Buttons, Empty, isStaff, Loaded, Page, Para, Row, Rows, roleName, Sheet, sayDay, Table, Tabs, Tag } from '@/ui'

type State = Member['state']
const STATES: { value: State; label: string }[] = [
  { value: 'now', label: '现在的' },
  { value: 'later', label: '以后的' },
  { value: 'ended', label: '结束的' },
]
const FORM = '/account/pages/member/index'

export default function Screen() {
  const me = useMe()
  const held = membership(me, 'security', 'city', 'district', 'street', 'community')
  const division = held?.scope
  const [state, setState] = useState<State>('now')
  const [pages, setPages] = useState<string[]>([])
  const after = pages[pages.length - 1]
  const members = useCall('account.members', division ? { division, ...(after ? { after } : {}) } : null, { keep: `members/${division}` })
  const [open, setOpen] = useState<Member>()
  const all = members.data?.items ?? []
  const next = members.data?.after
  const tab = me.memberships.some(one => one.role === 'community') ? undefined : 'members'
  const close = () => {
    setOpen(undefined)
    members.retry()
  }
  return (
    <Page
      title="人员"
      tab={tab}
      wide={isStaff(me)}
      heading={held?.place || '人员'}
      at={members.at}
      footer={
        <Button big kind="primary" icon="invite" onTap={() => go(FORM)}>
          安排一个人
        </Button>
      }
    >
      <Tabs
        label="哪些人"
        value={state}
        onChange={setState}
        tabs={STATES.map(({ value, label }) => ({
          value,
          label: `${label} ${members.data ? all.filter(it => it.state === value).length : ''}`.trim(),
        }))}
      />
      <Loaded from={members} shape="rows">
        {() => <People rows={all.filter(one => one.state === state)} state={state} onOpen={setOpen} names={all} />}
      </Loaded>
      {pages.length || next ? (
        <Buttons>
          {pages.length ? <Button onTap={() => setPages(pages.slice(0, -1))}>往前看</Button> : null}
          {next ? <Button onTap={() => setPages([...pages, next])}>再往后看</Button> : null}
        </Buttons>
      ) : null}
      {open ? <Actions member={open} onClose={close} /> : null}
    </Page>
  )
}

const EMPTY: { [state in State]: { title: string; words: string } } = {
  now: { title: '还没有人', words: '安排第一个人，用手机号就行。' },
  later: { title: '没有以后才开始的', words: '安排的时候选一个以后的日子，就在这里等着。' },
  ended: { title: '还没有结束的', words: '结束了的会留在这里，随时能查。' },
}

interface PeopleProps {
  rows: Member[]
  /** Everybody on this page, to say whose place is taken. */
  names: Member[]
  state: State
  onOpen: (member: Member) => void
}

function People({ rows, names, state, onOpen }: PeopleProps) {
  const { day } = useMe()
  const short = (date?: string) => (date ? sayDay(date, day).replace(/ 周.$/, '') : '')
  const instead = ({ membership: { for: whose } }: Member) => whose && (names.find(one => one.account === whose)?.name ?? '别人')
  const wide = useWide()
  if (rows.length === 0) return <Empty {...EMPTY[state]} />
  if (!wide)
    return (
      <Rows>
        {rows.map(one => (
          <Row
            key={one.membership.id}
            title={one.name}
            note={[roleName(one.membership.role), one.membership.place, one.phone].join(' · ')}
            aside={
              instead(one) ? <Tag tone="info">{`替${instead(one)}`}</Tag> : one.membership.until ? `到${short(one.membership.until)}` : null
            }
            onTap={() => onOpen(one)}
          />
        ))}
      </Rows>
    )
  return (
    <Table
      caption="人员"
      rows={rows}
      keyOf={one => one.membership.id}
      onOpen={onOpen}
      columns={[
        { title: '姓名', cell: one => one.name },
        { title: '身份', cell: one => roleName(one.membership.role) },
        { title: '地方', cell: one => one.membership.place },
        { title: '电话', cell: one => one.phone },
        { title: '从', cell: one => short(one.membership.since) },
        { title: '到', cell: one => short(one.membership.until) || '一直' },
        { title: '代班', cell: one => (instead(one) ? <Tag tone="info">{`替${instead(one)}`}</Tag> : '—') },
      ]}
    />
  )
}

function Actions({ member, onClose }: { member: Member; onClose: () => void }) {
  const me = useMe()
  const [doing, setDoing] = useState<'end' | 'tie'>()
  const { name, membership: held, state } = member
  if (doing === 'end') return <EndMember member={member} onClose={onClose} />
  if (doing === 'tie') return <TieMember member={member} onClose={onClose} />
  const ties = me.memberships.some(one => one.role === 'community')
  return (
    <Sheet title={`${name}，${roleName(held.role)}`} onClose={onClose}>
      <Para className="k-text">{`${held.place}，${sayDay(held.since, me.day)}起${held.until ? `，到${sayDay(held.until, me.day)}` : ''}`}</Para>
      <Buttons column>
        {state === 'ended' ? null : (
          <Button icon="invite" onTap={() => go(FORM, { membership: held.id, name, place: held.place, role: held.role })}>
            找人代班
          </Button>
        )}
        {ties ? (
          <Button icon="people" onTap={() => setDoing('tie')}>
            {member.resident ? '换对应的住户资料' : '对上住户资料'}
          </Button>
        ) : null}
        {state === 'ended' ? null : (
          <Button kind="danger" onTap={() => setDoing('end')}>
            结束这个身份
          </Button>
        )}
      </Buttons>
    </Sheet>
  )
}
