import type { ShiftCard, SignUp } from '@domain/shifts/contract'
import { useState } from 'react'
import { useCall } from '@/platform'
import { Box, Button, Callout, dayOf, Field, Loaded, Row, Rows, Section, Sheet } from '@/ui'
import { useAct } from './act'
import { dayWords, hours } from './say'

interface AwayProps {
  shift: ShiftCard
  mine: SignUp
  now: number
  onDone: () => void
  onClose: () => void
}
type What = 'choose' | 'cover' | 'swap' | 'leave'
const TITLES: { [what in What]: string } = { choose: '去不了怎么办', cover: '请人替我', swap: '和人换班', leave: '退掉这个班' }

/** One cannot come: somebody takes it over, one swaps, or gives it back. One question at a time. */
export function Away(props: AwayProps) {
  const [what, setWhat] = useState<What>('choose')
  const { mine, onClose } = props
  return (
    <Sheet title={TITLES[what]} onClose={onClose}>
      {what === 'choose' ? (
        <Rows>
          <Row
            icon="horn"
            title={mine.cover ? '已经请人替了' : '请人替我'}
            note="问问合适的人，有人接之前还是您的"
            onTap={() => setWhat('cover')}
          />
          <Row icon="repeat" title="和人换班" note="用这个班换别人的，或者给别人" onTap={() => setWhat('swap')} />
          <Row icon="undo" title="退掉" note="位子让给排队的人" onTap={() => setWhat('leave')} />
        </Rows>
      ) : null}
      {what === 'cover' ? <AskCover {...props} /> : null}
      {what === 'swap' ? <AskSwap {...props} /> : null}
      {what === 'leave' ? <Leave {...props} /> : null}
    </Sheet>
  )
}

function AskCover({ shift, mine, onDone }: AwayProps) {
  const [why, setWhy] = useState('')
  const [wrong, setWrong] = useState('')
  const act = useAct(onDone)
  const ask = () =>
    why.trim() ? act('shifts.ask_cover', { shift: shift.id, why }, '问出去了，有人接会告诉您') : setWrong('写一句为什么，别人好帮忙')
  if (mine.cover)
    return (
      <Box className="k-stack">
        <Callout tone="info">{`正在请人替：${mine.cover}`}</Callout>
        <Button onTap={() => act('shifts.ask_cover', { shift: shift.id }, '好，还是您去')}>不用替了，我去</Button>
      </Box>
    )
  return (
    <Box className="k-stack">
      <Field label="为什么去不了" value={why} onChange={setWhy} max={60} placeholder="比如：要去医院" error={wrong} />
      <Button kind="primary" big onTap={ask}>
        问问谁能替
      </Button>
    </Box>
  )
}

function Leave({ shift, mine, now, onDone }: AwayProps) {
  const [why, setWhy] = useState('')
  const [wrong, setWrong] = useState('')
  const act = useAct(onDone)
  const late = mine.state === 'on' && now > shift.withdrawUntil
  const leave = () =>
    late && !why.trim()
      ? setWrong('说一句原因，队长好找人替')
      : act('shifts.withdraw', { shift: shift.id, ...(why.trim() ? { why } : {}) }, '退掉了，谢谢您早说')
  return (
    <Box className="k-stack">
      {late ? <Callout tone="warn">快到时间了，要说一句原因，队长马上会知道。</Callout> : null}
      <Field label="原因" need={late} value={why} onChange={setWhy} max={100} placeholder="比如：腿疼" error={wrong} />
      <Button kind="danger" big onTap={leave}>
        退掉这个班
      </Button>
    </Box>
  )
}

function AskSwap({ shift, now, onDone }: AwayProps) {
  const from = useCall('shifts.swap_choices', { shift: shift.id })
  const act = useAct(onDone)
  const ask = (to: string, theirs?: string) =>
    act('shifts.swap_ask', { shift: shift.id, to, words: '', ...(theirs ? { theirs } : {}) }, '问了，等对方答')
  return (
    <Loaded
      from={from}
      isEmpty={({ swaps, people }) => swaps.length + people.length === 0}
      empty={<Callout>这几天没有合适的人可换，可以请人替。</Callout>}
    >
      {({ swaps, people }) => (
        <Box className="k-stack">
          {swaps.length > 0 ? (
            <Section title="换成别人的班">
              <Rows>
                {swaps.map(({ account, name, theirs }) => (
                  <Row
                    key={`${account}${theirs.id}`}
                    title={`${dayWords(dayOf(theirs.from), now)} ${hours(theirs)} ${theirs.title}`}
                    note={`${name}的，做${theirs.roleName}，${theirs.place}`}
                    onTap={() => ask(account, theirs.id)}
                  />
                ))}
              </Rows>
            </Section>
          ) : null}
          {people.length > 0 ? (
            <Section title="给别人去">
              <Rows>
                {people.map(({ account, name }) => (
                  <Row key={account} icon="person" title={name} note="那个时间有空，也合适" onTap={() => ask(account)} />
                ))}
              </Rows>
            </Section>
          ) : null}
        </Box>
      )}
    </Loaded>
  )
}
