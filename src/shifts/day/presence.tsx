/** Being there: how one stands in a shift, and the one thing to do about it now. Placed on the volunteer's home and on the shift's own page. */
import { clockOf } from '@domain/shifts/clash'
import { sayMinutes } from '@domain/shifts/words'
import { useState } from 'react'
import { canScan } from '@/platform'
import { ask, Box, Button, Callout, Tag, toast, useElder } from '@/ui'
import { DigitsSheet } from './digits'
import { LeftSheet, WhySheet } from './left'
import type { Seen } from './seen'
import { type Day, say, sayScanned, useDay } from './use'

const EARLY = 10 * 60_000
const MINUTE = 60_000

interface Here {
  day: Day
  it: Seen
}

/** The big button: 我到了, 我走了, or the answer that is asked for. Null when there is nothing to do now. */
export function PresenceButton({ day, it, quiet }: Here & { quiet?: boolean }) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const { can } = it.stands
  const kind = quiet ? 'soft' : 'primary'
  const come = async () => {
    await say(it, 'in', day.moment())
    toast('签到好了')
  }
  const go = async () => {
    const left = it.to - day.moment()
    const words = `${clockOf(it.to)} 才结束，还有 ${sayMinutes(Math.ceil(left / MINUTE))}。`
    if (left > EARLY && !(await ask({ title: '现在就走吗', words, yes: '我走了', no: '还没走' }))) return
    await say(it, 'out', day.moment())
    toast('辛苦了，记下了')
  }
  if (!can || it.cancelled) return null
  return (
    <>
      {can === 'check_in' ? (
        <Button kind={kind} big icon="check" onTap={come}>
          我到了，签到
        </Button>
      ) : null}
      {can === 'check_out' ? (
        <Button kind={kind} big icon="out" onTap={go}>
          我走了，签退
        </Button>
      ) : null}
      {can === 'say_left' ? (
        <Button kind={kind} big onTap={() => setOpen(true)}>
          说一声几点走的
        </Button>
      ) : null}
      {can === 'explain' ? (
        <Button kind={kind} big onTap={() => setOpen(true)}>
          说一声为什么没来
        </Button>
      ) : null}
      {open && can === 'say_left' ? <LeftSheet it={it} onClose={close} /> : null}
      {open && can === 'explain' ? <WhySheet it={it} moment={day.moment} onClose={close} /> : null}
    </>
  )
}

/** How it stands in words, what was turned away, and the other way in: by the code at the place. */
export function PresenceWords({ day, it }: Here) {
  const { words, state } = it.stands
  return (
    <Box className="k-stack">
      <Box className="k-text">{words}</Box>
      {it.waiting ? <Tag tone="warn">待上传，有信号了自己传</Tag> : null}
      {it.problem ? (
        <Callout tone="bad" icon="alert">
          {`没传上：${it.problem}`}
        </Callout>
      ) : null}
      {it.wrong && state === 'open' ? <Callout tone="warn">{it.wrong}</Callout> : null}
      <ByCode day={day} it={it} />
    </Box>
  )
}

/** A scan where the phone can, else six digits typed. */
export function ByCode({ day, it }: Here) {
  const elder = useElder()
  const [typing, setTyping] = useState(false)
  const { can } = it.stands
  if (can !== 'check_in' && can !== 'check_out') return null
  const way = can === 'check_in' ? 'in' : 'out'
  const what = way === 'in' ? '签到' : '签退'
  return (
    <>
      {canScan() ? (
        <Button kind={way === 'in' ? 'soft' : 'quiet'} icon="grid" onTap={() => sayScanned(day, it, way)}>
          {`扫码${what}`}
        </Button>
      ) : null}
      {canScan() && elder ? null : (
        <Button kind={canScan() || way === 'out' ? 'quiet' : 'soft'} onTap={() => setTyping(true)}>
          {`输 6 位码${what}`}
        </Button>
      )}
      {typing ? <DigitsSheet day={day} it={it} way={way} onClose={() => setTyping(false)} /> : null}
    </>
  )
}

/** For the page of one shift: nothing when the caller has no seat in it, or it is not near. */
export function Presence({ shift }: { shift: string }) {
  const day = useDay()
  const it = day.items.find(one => one.shift === shift)
  if (!it || it.cancelled) return null
  return (
    <Box className="k-stack">
      <PresenceWords day={day} it={it} />
      <PresenceButton day={day} it={it} />
    </Box>
  )
}
