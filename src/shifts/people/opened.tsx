/** The sheet that is open on somebody's own page, and what saving it does. */
import type { PaperShown, Profile } from '@domain/shifts/contract/volunteer'
import { sayTimes } from '@domain/shifts/standing'
import { SKILL_WORDS } from '@domain/shifts/words'
import { ask, Button, Empty, Row, Rows, Sheet } from '@/ui'
import { PaperPhoto, PaperSheet, PaperTag, sayNote } from './papers'
import { ContactSheet, LeaveSheet, PauseSheet, SkillsSheet, TimesSheet } from './sheets'
import type { Act } from './use'

export type Which = 'skills' | 'times' | 'contact' | 'pause' | 'leave' | 'paper' | 'papers' | 'about' | { paper: PaperShown }

interface OpenedProps {
  which: Which
  profile: Profile
  act: Act
  onOpen: (which: Which) => void
  onClose: () => void
}

export function Opened({ which, profile, act, onOpen, onClose }: OpenedProps) {
  const shared = { profile, onClose }
  if (which === 'skills') return <SkillsSheet {...shared} onSave={skills => act('shifts.change_profile', { skills }, '记下了')} />
  if (which === 'times') return <TimesSheet {...shared} onSave={times => act('shifts.change_profile', { times }, '记下了')} />
  if (which === 'contact') return <ContactSheet {...shared} onSave={emergency => act('shifts.change_profile', { emergency }, '记下了')} />
  if (which === 'pause') return <PauseSheet {...shared} onSave={pausing => act('shifts.pause', pausing, '好好歇着')} />
  if (which === 'leave')
    return <LeaveSheet {...shared} onSave={why => act('shifts.leave', { ...(why ? { why } : {}) }, '谢谢您做过的一切')} />
  if (which === 'papers') return <PapersSheet {...shared} onOpen={onOpen} />
  if (which === 'about') return <AboutMe profile={profile} onOpen={onOpen} onClose={onClose} />
  if (which === 'paper')
    return (
      <PaperSheet
        title="交一张证件"
        yes="交给社区核对"
        office={profile.community}
        onClose={onClose}
        onShow={paper => act('shifts.add_paper', paper, '交上去了，社区核对后告诉您')}
      />
    )
  return <OnePaper paper={which.paper} act={act} onClose={onClose} />
}

/** What somebody says of themselves, each line leading to where it is changed. */
export const AboutRows = ({ title, profile, onOpen }: Pick<OpenedProps, 'profile' | 'onOpen'> & { title?: string }) => {
  const { skills, times, emergency } = profile
  return (
    <Rows title={title}>
      <Row title="我会的" note={skills.map(one => SKILL_WORDS[one]).join('、') || '还没说'} onTap={() => onOpen('skills')} />
      <Row title="我有空的时候" note={sayTimes(times)} onTap={() => onOpen('times')} />
      <Row
        title="急事找谁"
        note={emergency ? `${emergency.relation} ${emergency.name}` : '还没留，建议留一个'}
        onTap={() => onOpen('contact')}
      />
    </Rows>
  )
}
const AboutMe = ({ onClose, ...props }: Pick<OpenedProps, 'profile' | 'onOpen' | 'onClose'>) => (
  <Sheet title="我的情况" onClose={onClose}>
    <AboutRows {...props} />
  </Sheet>
)

function PapersSheet({ profile, onOpen, onClose }: Pick<OpenedProps, 'profile' | 'onOpen' | 'onClose'>) {
  return (
    <Sheet
      title="我的证件"
      onClose={onClose}
      actions={
        <Button big kind="primary" icon="camera" onTap={() => onOpen('paper')}>
          交一张证件
        </Button>
      }
    >
      {profile.papers.length === 0 ? <Empty title="还没有交过证件" words="有健康证的，可以进厨房帮忙。" /> : null}
      <Rows>
        {profile.papers.map(paper => (
          <Row key={paper.id} title={paper.name} note={sayNote(paper)} aside={<PaperTag paper={paper} />} onTap={() => onOpen({ paper })} />
        ))}
      </Rows>
    </Sheet>
  )
}

function OnePaper({ paper, act, onClose }: { paper: PaperShown; act: Act; onClose: () => void }) {
  const back = async () => {
    if (await ask({ title: `收回${paper.name}？`, yes: '收回', danger: true }))
      await act('shifts.remove_paper', { paper: paper.id }, '收回了')
  }
  const mine = paper.state === 'waiting' || paper.state === 'refused'
  return (
    <Sheet
      title={paper.name}
      onClose={onClose}
      actions={
        mine ? (
          <Button kind="danger" icon="bin" onTap={back}>
            收回这张
          </Button>
        ) : undefined
      }
    >
      {paper.photo ? <PaperPhoto id={paper.photo} name={paper.name} /> : null}
      <Rows>
        <Row title={sayNote(paper)} aside={<PaperTag paper={paper} />} />
      </Rows>
    </Sheet>
  )
}
