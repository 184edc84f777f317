import type { PaperShown, Profile } from '@domain/shifts/contract/volunteer'
import { useState } from 'react'
import { useCall, useMe, useQuery } from '@/platform'
import { Box, Button, Buttons, Callout, Empty, Loaded, Page, sayDay } from '@/ui'
import { Basics, Coming, History, Load, Papers } from '../../people/about'
import { CheckSheet } from '../../people/checksheet'
import { StateTag } from '../../people/list'
import { type Doing, OfficeSheet, ring } from '../../people/office'
import { type Act, useAct } from '../../people/use'
import { toLedger, toVolunteers } from '../../ways'
import '../../people/people.scss'

/** One volunteer, for the community and for leads: the yes and no, papers, limits, what comes, what was. ?account= */
export default function Screen() {
  const { account = '' } = useQuery()
  const from = useCall('shifts.volunteer', account ? { account } : null, { keep: `shifts/volunteer/${account}` })
  const profile = from.data
  if (!profile)
    return (
      <Page title="志愿者" wide>
        {account ? <Loaded from={from}>{() => null}</Loaded> : <Unnamed />}
      </Page>
    )
  return <One profile={profile} at={from.at} onDone={from.retry} />
}

const Unnamed = () => (
  <Empty title="没说是哪一位" words="从名册里点开一位。">
    <Button kind="primary" onTap={toVolunteers}>
      看名册
    </Button>
  </Empty>
)

function One({ profile, at, onDone }: { profile: Profile; at?: number; onDone: () => void }) {
  const me = useMe()
  const [doing, setDoing] = useState<Doing>()
  const [paper, setPaper] = useState<PaperShown>()
  const done = () => {
    setDoing(undefined)
    setPaper(undefined)
    onDone()
  }
  const act = useAct(done)
  const keep = useAct(onDone)
  const office = me.memberships.some(one => one.role === 'community' && profile.community.startsWith(one.scope))
  const open = (which: Doing) => (which === 'dial' ? void ring(keep, profile.account) : setDoing(which))
  const shared = { profile, office, onOpen: open }
  const close = () => {
    setDoing(undefined)
    setPaper(undefined)
  }
  return (
    <Page
      title="志愿者"
      heading={profile.name}
      aside={<StateTag state={profile.state} />}
      wide
      at={at}
      footer={office && profile.state === 'waiting' ? <Answer profile={profile} act={act} onNo={() => setDoing('decline')} /> : undefined}
    >
      <Said profile={profile} />
      <Box className="k-split">
        <Box className="k-stack">
          <Basics {...shared} />
          <Load {...shared} />
          <Button icon="clock" onTap={() => toLedger({ account: profile.account })}>
            看时长，补记、开证明
          </Button>
        </Box>
        <Box className="k-stack">
          <Papers {...shared} onPaper={setPaper} />
          <Coming profile={profile} />
          {office ? <Standing profile={profile} act={act} onOpen={open} /> : null}
          <History profile={profile} />
        </Box>
      </Box>
      {doing ? <OfficeSheet doing={doing} profile={profile} act={doing === 'emergency' ? keep : act} onClose={close} /> : null}
      {paper ? <CheckSheet account={profile.account} name={profile.name} paper={paper} act={act} onClose={close} /> : null}
    </Page>
  )
}

/** What is worth knowing first: why somebody rests, or waits. */
function Said({ profile: { pause, state } }: { profile: Profile }) {
  const { day } = useMe()
  if (state === 'waiting') return <Callout>看一下是不是本社区的人、合不合适，再点同意。同意了就告诉他。</Callout>
  if (!pause) return null
  const until = pause.until ? `到${sayDay(pause.until, day)}` : '，回来再说'
  return <Callout tone="warn" icon="pause">{`${sayDay(pause.from, day)}起歇${until}${pause.why ? `（${pause.why}）` : ''}`}</Callout>
}

const Answer = ({ profile, act, onNo }: { profile: Profile; act: Act; onNo: () => void }) => (
  <Buttons>
    <Button onTap={onNo}>不同意</Button>
    <Button kind="primary" big onTap={() => act('shifts.approve', { account: profile.account }, `${profile.name}是志愿者了`)}>
      同意，可以排班
    </Button>
  </Buttons>
)

function Standing({ profile, act, onOpen }: { profile: Profile; act: Act; onOpen: (doing: Doing) => void }) {
  const { state, account, name, pause } = profile
  const away = state === 'paused' || state === 'lapsed' || pause !== undefined
  if (state === 'waiting' || state === 'left' || state === 'declined') return null
  return (
    <Buttons>
      {away ? (
        <Button icon="check" onTap={() => act('shifts.return_volunteer', { account }, `${name}回来了`)}>
          他回来了
        </Button>
      ) : (
        <Button icon="pause" onTap={() => onOpen('pause')}>
          替他歇一阵
        </Button>
      )}
      <Button kind="danger" onTap={() => onOpen('end')}>
        退出名册
      </Button>
    </Buttons>
  )
}
