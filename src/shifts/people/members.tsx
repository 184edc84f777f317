/** The people of a team. */
import type { OutputOf } from '@domain'
import { useState } from 'react'
import { useMe } from '@/platform'
import { ask, Box, Button, Buttons, Row, Rows, Tag } from '@/ui'
import { toVolunteer } from '../ways'
import type { Act } from './use'

export type Team = OutputOf<'shifts.team'>
/** Which sheet of a team is open. */
export type Open = 'edit' | 'leads' | 'add'

/** Who asks to join, with a yes and a no for each. */
export function Asking({ team, act }: { team: Team; act: Act }) {
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

/** Who belongs to a team, and what its leads and the office do about that. */
export function Members({ team, act, office, onOpen }: { team: Team; act: Act; office: boolean; onOpen: (open: Open) => void }) {
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
