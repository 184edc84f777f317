/** Somebody's own page: the load of the week, what they can do, papers, teams, resting. */
import type { Profile } from '@domain/shifts/contract/volunteer'
import { sayMinutes } from '@domain/shifts/words'
import { Box, Button, Card, Progress, Row, Rows, Tag } from '@/ui'
import { toHours, toMine, toTeam, toTeams } from '../ways'
import { sayLimits, whyLimits } from './mine'
import { AboutRows, type Which } from './opened'
import { PaperTag, sayNote } from './papers'
import type { Act } from './use'

interface CardsProps {
  profile: Profile
  day: string
  onOpen: (which: Which) => void
  act: Act
}

export function Cards({ profile, day, onOpen }: CardsProps) {
  const { week, limits, teams, asks, papers, state, came, minutes, upcoming } = profile
  const here = state !== 'waiting'
  return (
    <Box className="k-stack">
      {here ? (
        <Card title="这一周">
          <Progress
            label={week ? `排了 ${sayMinutes(week)}` : '还没有班'}
            done={week}
            whole={limits.week}
            note={`${sayLimits(limits)}。${whyLimits(profile, day)}。`}
          />
        </Card>
      ) : null}
      {here ? (
        <Rows>
          <Row icon="calendar" title="我报的班" aside={upcoming.length ? `${upcoming.length} 个` : '没有'} onTap={toMine} />
          <Row icon="clock" title="我的时长" note={came ? `来过 ${came} 次` : undefined} aside={sayMinutes(minutes)} onTap={toHours} />
        </Rows>
      ) : null}
      <AboutRows title="我的情况" profile={profile} onOpen={onOpen} />
      <Rows title="我的证件">
        {papers.map(paper => (
          <Row key={paper.id} title={paper.name} note={sayNote(paper)} aside={<PaperTag paper={paper} />} onTap={() => onOpen({ paper })} />
        ))}
        <Row icon="camera" title="交一张证件" note="健康证、急救证、驾驶证……" onTap={() => onOpen('paper')} />
      </Rows>
      <Rows title="我的队">
        {teams.map(one => (
          <Row key={one.id} title={one.name} onTap={() => toTeam(one.id)} />
        ))}
        {asks.map(one => (
          <Row key={one.id} title={one.name} aside={<Tag tone="info">等队长点头</Tag>} onTap={() => toTeam(one.id)} />
        ))}
        <Row icon="people" title="看看有什么队" onTap={toTeams} />
      </Rows>
      <Buttons onOpen={onOpen} rests={state === 'active' && !profile.pause} />
    </Box>
  )
}

const Buttons = ({ onOpen, rests }: { onOpen: (which: Which) => void; rests: boolean }) => (
  <Box className="k-stack">
    {rests ? (
      <Button icon="pause" onTap={() => onOpen('pause')}>
        歇一阵
      </Button>
    ) : null}
    <Button kind="quiet" onTap={() => onOpen('leave')}>
      不当志愿者了
    </Button>
  </Box>
)
