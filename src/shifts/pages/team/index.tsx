import type { OutputOf } from '@domain'
import { useState } from 'react'
import { useCall, useMe, useQuery } from '@/platform'
import { ask, Box, Button, Buttons, Callout, Loaded, Page, Para, Row, Rows, Tag } from '@/ui'
import { TeamCalendar } from '../../people/calendar'
import { LeadsSheet, PersonSheet } from '../../people/leads'
import { TeamSheet } from '../../people/teamsheet'
import { type Act, useAct } from '../../people/use'
import { toVolunteer } from '../../ways'

type Team = OutputOf<'shifts.team'>
type Open = 'edit' | 'leads' | 'add'

/** A team: its shifts, its people, who asks to join; joining and leaving. ?team= */
export default function Screen() {
  const { team = '' } = useQuery()
  const from = useCall('shifts.team', team ? { team } : null, { keep: `shifts/team/${team}` })
  if (!from.data)
    return (
      <Page title="队伍" wide>
        <Loaded from={from}>{() => null}</Loaded>
      </Page>
    )
  return <One team={from.data} at={from.at} onDone={from.retry} />
}

function One({ team, at, onDone }: { team: Team; at?: number; onDone: () => void }) {
  const me = useMe()
  const [open, setOpen] = useState<Open>()
  const act = useAct(() => {
    setOpen(undefined)
    onDone()
  })
  const office = me.memberships.some(one => one.role === 'community' && team.community.startsWith(one.scope))
  const helps = me.memberships.some(one => ['volunteer', 'lead', 'kitchen'].includes(one.role))
  return (
    <Page
      title="队伍"
      heading={team.name}
      aside={`${team.members} 人${team.organisation ? ' · 社会组织' : ''}`}
      wide={team.leading}
      at={at}
      footer={helps && !office ? <Joining team={team} act={act} /> : undefined}
    >
      {team.mine === 'asked' ? <Callout icon="clock">告诉队长了，等队长点头。</Callout> : null}
      {team.ended ? <Callout tone="warn">这个队解散了</Callout> : null}
      {team.about ? <Para className="k-text">{team.about}</Para> : null}
      {team.leading ? <Asking team={team} act={act} /> : null}
      <Box className="k-split">
        <TeamCalendar team={team.id} />
        <Members team={team} act={act} office={office} onOpen={setOpen} />
      </Box>
      {open === 'edit' ? (
        <TeamSheet
          title="改队伍"
          yes="改好了"
          form={{ name: team.name, about: team.about, organisation: team.organisation }}
          onClose={() => setOpen(undefined)}
          onSave={form => act('shifts.edit_team', { team: team.id, version: team.version, form }, '改好了')}
        />
      ) : null}
      {open === 'leads' ? (
        <LeadsSheet
          members={team.list}
          leads={team.leads.map(one => one.account)}
          onClose={() => setOpen(undefined)}
          onSave={leads => act('shifts.set_leads', { team: team.id, leads }, '队长定了')}
        />
      ) : null}
      {open === 'add' ? (
        <PersonSheet
          title="加人进队"
          community={team.community}
          but={team.list.map(one => one.account)}
          onClose={() => setOpen(undefined)}
          onChoose={account => act('shifts.set_member', { team: team.id, account, member: true }, '加上了')}
        />
      ) : null}
    </Page>
  )
}

function Joining({ team, act }: { team: Team; act: Act }) {
  const { id, mine, ended } = team
  if (ended) return null
  if (mine === 'asked')
    return (
      <Button big onTap={() => act('shifts.leave_team', { team: id }, '不等了')}>
        不等了
      </Button>
    )
  if (mine === 'in') return null
  return (
    <Button big kind="primary" onTap={() => act('shifts.join_team', { team: id }, '告诉队长了，等他点头')}>
      我想进这个队
    </Button>
  )
}

function Asking({ team, act }: { team: Team; act: Act }) {
  if (team.asking.length === 0) return null
  const answer = (account: string, member: boolean) =>
    act('shifts.set_member', { team: team.id, account, member }, member ? '进队了，告诉他了' : '告诉他了')
  return (
    <Rows title={`${team.asking.length} 位想进队`}>
      {team.asking.map(({ account, name }) => (
        <Box key={account}>
          <Row title={name} />
          <Buttons>
            <Button label={`不同意${name}`} onTap={() => answer(account, false)}>
              不同意
            </Button>
            <Button kind="soft" label={`同意${name}进队`} onTap={() => answer(account, true)}>
              同意进队
            </Button>
          </Buttons>
        </Box>
      ))}
    </Rows>
  )
}

function Members({ team, act, office, onOpen }: { team: Team; act: Act; office: boolean; onOpen: (open: Open) => void }) {
  const { leading, list, ended } = team
  const me = useMe()
  const go = async (account: string, name: string) => {
    const sure = await ask({ title: `${name}不在队里了？`, words: '他报过的班不变，队里的新班不能再报。', yes: '请他离队', danger: true })
    if (sure) await act('shifts.set_member', { team: team.id, account, member: false })
  }
  const leave = async () => {
    const sure = await ask({ title: '离开这个队？', words: '报过的班照样去，队里的新班不能再报。', yes: '离开' })
    if (sure) await act('shifts.leave_team', { team: team.id }, '离开了')
  }
  const end = async () => {
    if (await ask({ title: `解散${team.name}？`, words: '以前的班和时长都留着。', yes: '解散', danger: true }))
      await act('shifts.end_team', { team: team.id }, '解散了')
  }
  const mineOnly = team.mine === 'in' && !list.some(one => one.account === me.id && one.lead)
  return (
    <Box className="k-stack">
      <Rows title="队里的人">
        {list.length === 0 ? <Row title="还没有人" /> : null}
        {list.map(one => (
          <Row
            key={one.account}
            title={one.name}
            note={one.phone}
            aside={one.lead ? <Tag tone="ok">队长</Tag> : null}
            {...(leading ? { onTap: () => toVolunteer(one.account) } : {})}
          />
        ))}
      </Rows>
      {leading && !ended ? (
        <Box className="k-stack">
          <Button icon="plus" onTap={() => onOpen('add')}>
            加人进队
          </Button>
          {office ? (
            <Box className="k-stack">
              <Button icon="people" onTap={() => onOpen('leads')}>
                定队长
              </Button>
              <Button icon="edit" onTap={() => onOpen('edit')}>
                改队伍
              </Button>
              <Button kind="danger" onTap={end}>
                解散队伍
              </Button>
            </Box>
          ) : null}
          <Leaving list={list.filter(one => !one.lead)} onGo={go} />
        </Box>
      ) : null}
      {mineOnly ? (
        <Button kind="quiet" onTap={leave}>
          离开这个队
        </Button>
      ) : null}
    </Box>
  )
}

/** Letting somebody go is seldom: behind one button, then by name. */
function Leaving({ list, onGo }: { list: Team['list']; onGo: (account: string, name: string) => void }) {
  const [shown, setShown] = useState(false)
  if (list.length === 0) return null
  if (!shown)
    return (
      <Button kind="quiet" onTap={() => setShown(true)}>
        请人离队
      </Button>
    )
  return (
    <Rows title="请谁离队">
      {list.map(one => (
        <Row key={one.account} title={one.name} danger onTap={() => onGo(one.account, one.name)} />
      ))}
    </Rows>
  )
}
