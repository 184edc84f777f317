/** One volunteer as staff see them: who they are, how much they may take on, what comes, papers, history. */
import type { PaperShown, Profile } from '@domain/shifts/contract/volunteer'
import { HAPPENED_WORDS, sayTimes } from '@domain/shifts/standing'
import { sayMinutes } from '@domain/shifts/words'
import { useMe } from '@/platform'
import { Button, Card, clock, dayOf, Empty, Progress, Row, Rows, sayDay, Tag } from '@/ui'
import { toShift, toTeam } from '../ways'
import { sayLimits, whyLimits } from './mine'
import type { Doing } from './office'
import { PaperTag, sayNote } from './papers'
import { skillWords } from './words'

interface AboutProps {
  profile: Profile
  office: boolean
  onOpen: (doing: Doing) => void
}

export function Basics({ profile, office, onOpen }: AboutProps) {
  const { age, phone, skills, times, labels, teams, emergency, cityId, came, minutes, missed, since } = profile
  const { day } = useMe()
  return (
    <Rows title="是谁">
      <Row title="电话" note={phone} aside="打电话" onTap={() => onOpen('dial')} />
      <Row
        title="急事找谁"
        note={emergency ? `${emergency.relation} ${emergency.name} ${emergency.phone}` : '没有留'}
        {...(emergency ? { aside: '看号码', onTap: () => onOpen('emergency') } : {})}
      />
      <Row title="年龄" note={age === undefined ? '没有填' : `${age} 岁`} />
      <Row title="会做" note={skillWords(skills)} />
      <Row title="有空" note={sayTimes(times)} />
      <Row title="标签" note={labels.join('、') || '还没有'} aside="改" onTap={() => onOpen('labels')} />
      {teams.map(one => (
        <Row key={one.id} icon="people" title={one.name} onTap={() => toTeam(one.id)} />
      ))}
      <Row title="来过" note={came ? `${came} 次，${sayMinutes(minutes)}` : '还没来过'} />
      {missed.length ? <Row title="没来" note={missed.map(one => sayDay(one, day)).join('、')} /> : null}
      {cityId ? <Row title="好志愿编号" note={cityId} /> : null}
      {since ? <Row title="登记" note={sayDay(since, day)} /> : null}
      {office ? <Row icon="edit" title="改资料" onTap={() => onOpen('edit')} /> : null}
    </Rows>
  )
}

export function Load({ profile, office, onOpen }: AboutProps) {
  const { day } = useMe()
  const { week, limits } = profile
  return (
    <Card title="能排多少">
      <Progress
        label={week ? `这周排了 ${sayMinutes(week)}` : '这周还没有班'}
        done={week}
        whole={limits.week}
        note={`${sayLimits(limits)}。${whyLimits(profile, day)}。`}
      />
      {office ? (
        <Button icon="edit" onTap={() => onOpen('ease')}>
          改上限
        </Button>
      ) : null}
    </Card>
  )
}

export function Coming({ profile }: { profile: Profile }) {
  const { day } = useMe()
  if (profile.upcoming.length === 0) return <Rows title="后面的班">{<Row title="还没有报班" />}</Rows>
  return (
    <Rows title="后面的班">
      {profile.upcoming.slice(0, 8).map(one => (
        <Row
          key={one.shift}
          title={one.title}
          note={`${sayDay(one.day, day)} ${clock(one.from)}`}
          aside={one.waiting ? <Tag tone="info">排队</Tag> : null}
          onTap={() => toShift(one.shift)}
        />
      ))}
    </Rows>
  )
}

export function Papers({ profile, office, onOpen, onPaper }: AboutProps & { onPaper: (paper: PaperShown) => void }) {
  return (
    <Rows title="证件">
      {profile.papers.length === 0 ? <Row title="还没有交过证件" /> : null}
      {profile.papers.map(paper => (
        <Row
          key={paper.id}
          title={paper.name}
          note={sayNote(paper)}
          aside={<PaperTag paper={paper} />}
          {...(office ? { onTap: () => onPaper(paper) } : {})}
        />
      ))}
      {office ? <Row icon="plus" title="当面看了，记一张" onTap={() => onOpen('paper')} /> : null}
    </Rows>
  )
}

export function History({ profile }: { profile: Profile }) {
  const { day } = useMe()
  if (profile.history.length === 0) return <Empty title="还没有记录" />
  return (
    <Rows title="经过">
      {profile.history.slice(0, 20).map(({ at, by, what, why }) => (
        <Row
          key={`${at}|${what}|${why ?? ''}`}
          title={HAPPENED_WORDS[what] ?? '改动'}
          note={[why, by].filter(Boolean).join(' · ')}
          aside={sayDay(dayOf(at), day).replace(/ 周.$/, '')}
        />
      ))}
    </Rows>
  )
}
