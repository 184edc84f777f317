/** Somebody's own page in elder mode: at most six big ways, each one thing. */
import type { Profile } from '@domain/shifts/contract/volunteer'
import { sayMinutes } from '@domain/shifts/words'
import { Entries, Entry } from '@/ui'
import { toHours, toMine, toTeams } from '../ways'
import type { Which } from './opened'

export function Big({ profile, onOpen }: { profile: Profile; onOpen: (which: Which) => void }) {
  const { state, upcoming, minutes, papers, teams, pause } = profile
  const here = state !== 'waiting'
  return (
    <Entries>
      {here ? <Entry icon="calendar" title="我报的班" note={upcoming.length ? `${upcoming.length} 个` : '还没有'} onTap={toMine} /> : null}
      {here ? <Entry icon="clock" title="我的时长" note={sayMinutes(minutes)} onTap={toHours} /> : null}
      <Entry
        icon="card"
        title="我的证件"
        note={papers.length ? `交过 ${papers.length} 张` : '还没有交过'}
        onTap={() => onOpen(papers.length ? 'papers' : 'paper')}
      />
      {here ? <Entry icon="people" title="我的队" note={teams.map(one => one.name).join('、') || '还没进队'} onTap={toTeams} /> : null}
      <Entry icon="person" title="我的情况" note="会什么、什么时候有空、急事找谁" onTap={() => onOpen('about')} />
      {state === 'active' && !pause ? (
        <Entry icon="pause" title="歇一阵" note="身体不好、出门，都行" onTap={() => onOpen('pause')} />
      ) : null}
    </Entries>
  )
}
