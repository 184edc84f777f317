/** Asking for help with a hole: who would be asked is seen first, then it is sent. For the board, the roll-call and the shift's page. */
import type { OutputOf } from '@domain'
import { useState } from 'react'
import { useCall, useDeed } from '@/platform'
import { Box, Button, Callout, clock, dayOf, Loaded, Row, Rows, Sheet, sayDay, Tag, toast } from '@/ui'

type Look = OutputOf<'shifts.help_look'>
interface Props {
  shift: string
  role: string
  /** '切配' */
  name: string
  onSent?: () => void
}

/** A button that opens the sheet. */
export function CallForHelp(props: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon="horn" onTap={() => setOpen(true)}>
        发消息问一圈
      </Button>
      {open ? <HelpSheet {...props} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

/** Render it only while it is open. */
export function HelpSheet({ shift, role, name, onSent, onClose }: Props & { onClose: () => void }) {
  const look = useCall('shifts.help_look', { shift, role })
  const deed = useDeed()
  const send = async () => {
    const did = await deed('shifts.call_for_help', { shift, role })
    if (!did) return
    if (!did.ok) return toast(did.problem, { tone: 'bad' })
    toast(did.ok.goes > Date.now() ? `天亮了发给 ${did.ok.asked} 个人` : `发给 ${did.ok.asked} 个人了`)
    onSent?.()
    onClose()
  }
  const n = look.data?.ask.length ?? 0
  const actions =
    n > 0 ? (
      <Button kind="primary" big onTap={send}>
        {`问这 ${n} 个人`}
      </Button>
    ) : undefined
  return (
    <Sheet title={`发消息找人补${name}`} onClose={onClose} actions={actions}>
      <Loaded from={look} isEmpty={() => false} shape="rows">
        {data => <Who look={data} />}
      </Loaded>
      <Past shift={shift} role={role} />
    </Sheet>
  )
}

function Who({ look }: { look: Look }) {
  const { holes, ask, goes, why } = look
  if (why) return <Callout tone="warn">{why.words}</Callout>
  const later = goes > Date.now() ? `现在是休息时间，${clock(goes)}发出去。` : '马上发出去。'
  return (
    <Box className="k-stack">
      <Box className="k-text">{`缺 ${holes} 个，问 ${ask.length} 个合适的人，好久没问过的先问。${later}`}</Box>
      <Rows>
        {ask.map(one => (
          <Row key={one.account} title={one.name} aside={one.free ? <Tag tone="ok">那时有空</Tag> : undefined} />
        ))}
      </Rows>
    </Box>
  )
}

/** What was asked before, and what came of it. */
function Past({ shift, role }: { shift: string; role: string }) {
  const { data } = useCall('shifts.help_calls', { shift })
  const mine = data?.items.filter(one => one.role === role) ?? []
  if (mine.length === 0) return null
  const said = { waiting: '天亮发', sent: '', dropped: '人够了，没发' }
  return (
    <Rows title="发过的">
      {mine.map(one => (
        <Row
          key={one.id}
          title={`${sayDay(dayOf(one.at))} ${clock(one.at)} 问了 ${one.asked.length} 个人`}
          aside={said[one.state] || `来了 ${one.came} 个`}
        />
      ))}
    </Rows>
  )
}
