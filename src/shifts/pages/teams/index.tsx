import type { TeamCard } from '@domain/shifts/contract/teams'
import { useState } from 'react'
import { useCall, useWide } from '@/platform'
import { Button, Card, Empty, List, Loaded, Page, Table, Tag, Tags, useElder } from '@/ui'
import { TeamSheet } from '../../people/teamsheet'
import { useAct, usePlace } from '../../people/use'
import { toTeam } from '../../ways'

/** The teams of a community. ?community= another one. */
export default function Screen() {
  const { community, office } = usePlace()
  const wide = useWide()
  const [adding, setAdding] = useState(false)
  const from = useCall('shifts.teams', community ? { community } : null, { keep: `shifts/teams/${community}` })
  const act = useAct(() => {
    setAdding(false)
    from.retry()
  })
  const add = office ? (
    <Button kind="primary" big={!wide} icon="plus" onTap={() => setAdding(true)}>
      加一个队
    </Button>
  ) : undefined
  const live = from.data?.filter(one => !one.ended)
  return (
    <Page
      title="队伍"
      heading={live ? (live.length ? `${live.length} 支队伍` : '还没有队伍') : '队伍'}
      wide={office}
      at={from.at}
      actions={wide ? add : undefined}
      footer={wide ? undefined : add}
    >
      <Loaded
        from={from}
        empty={<Empty title="还没有队伍" words={office ? '先加一个，再请一位队长。' : '社区建好了队，这里就能看到。'} drawing="door" />}
      >
        {teams => (office && wide ? <Wide teams={teams} /> : <Cards teams={teams} />)}
      </Loaded>
      {adding && community ? (
        <TeamSheet
          title="加一个队"
          yes="加上这个队"
          onClose={() => setAdding(false)}
          onSave={async form => {
            const done = await act('shifts.add_team', { community, form }, '加上了，请一位队长吧')
            if (done) void toTeam(done.id)
          }}
        />
      ) : null}
    </Page>
  )
}

const MINE: { [mine in TeamCard['mine']]: string } = { in: '我在队里', asked: '等队长点头', out: '' }
const Marks = ({ team }: { team: TeamCard }) => (
  <Tags>
    {MINE[team.mine] ? <Tag tone={team.mine === 'in' ? 'ok' : 'info'}>{MINE[team.mine]}</Tag> : null}
    {team.asks > 0 ? <Tag tone="warn">{`${team.asks} 人想进`}</Tag> : null}
    {team.organisation ? <Tag>社会组织</Tag> : null}
    {team.ended ? <Tag>解散了</Tag> : null}
  </Tags>
)
const leadsOf = ({ leads }: TeamCard) => leads.map(one => one.name).join('、')

function Cards({ teams }: { teams: TeamCard[] }) {
  const elder = useElder()
  return (
    <List items={elder ? teams.filter(one => !one.ended) : teams} keyOf={one => one.id} label="队伍" unit="支">
      {team => (
        <Card
          title={team.name}
          note={[`${team.members} 人`, leadsOf(team) && `队长 ${leadsOf(team)}`].filter(Boolean).join(' · ')}
          onTap={() => toTeam(team.id)}
        >
          {team.about}
          <Marks team={team} />
        </Card>
      )}
    </List>
  )
}

const Wide = ({ teams }: { teams: TeamCard[] }) => (
  <Table
    caption="队伍"
    rows={teams}
    keyOf={one => one.id}
    onOpen={one => toTeam(one.id)}
    columns={[
      { title: '队伍', cell: one => one.name },
      { title: '做什么', cell: one => one.about || '—' },
      { title: '队长', cell: one => leadsOf(one) || <Tag tone="warn">还没有队长</Tag> },
      { title: '人数', right: true, cell: one => one.members },
      { title: '记号', cell: one => <Marks team={one} /> },
    ]}
  />
)
