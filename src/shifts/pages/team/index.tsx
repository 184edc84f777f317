import { useState } from 'react'
import { useCall, useMe, useQuery } from '@/platform'
import { Box, Button, Callout, Empty, Loaded, Page, Para } from '@/ui'
import { TeamCalendar } from '../../people/calendar'
import { LeadsSheet, PersonSheet } from '../../people/leads'
import { Asking, Members, type Open, type Team } from '../../people/members'
import { TeamSheet } from '../../people/teamsheet'
import { type Act, useAct } from '../../people/use'
import { toTeams } from '../../ways'

/** A team: its shifts, its people, who asks to join; joining and leaving. ?team= */
export default function Screen() {
  const { team = '' } = useQuery()
  const from = useCall('shifts.team', team ? { team } : null, { keep: `shifts/team/${team}` })
  if (!from.data)
    return (
      <Page title="队伍" wide>
        {team ? <Loaded from={from}>{() => null}</Loaded> : <Unnamed />}
      </Page>
    )
  return <One team={from.data} at={from.at} onDone={from.retry} />
}

const Unnamed = () => (
  <Empty title="没说是哪一队" words="从队伍里点开一队。">
    <Button kind="primary" onTap={toTeams}>
      看有哪些队
    </Button>
  </Empty>
)

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
