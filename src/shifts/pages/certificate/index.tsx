import type { Certificate } from '@domain/shifts/contract'
import { sayMinutes } from '@domain/shifts/words'
import { useState } from 'react'
import { membership, useCall, useMe, useQuery } from '@/platform'
import { Box, Button, Callout, canPrint, Loaded, Page, Paper, printPaper, Row, Rows, sayDay, Tag, useElder } from '@/ui'
import { AskFor } from '../../hours/askfor'
import { Sheet } from '../../hours/sheet'
import '../../hours/hours.scss'

/** My certificates, and how to get one; ?number= one of them, for the office any of its community. */
export default function Screen() {
  const me = useMe()
  const { number } = useQuery()
  const mine = useCall('shifts.my_certificates', {}, { keep: 'shifts/certificates' })
  const own = mine.data?.items.find(one => one.content.id === number)
  const office = number !== undefined && mine.data !== undefined && !own && membership(me, 'community') !== undefined
  const theirs = useCall('shifts.certificate', office ? { certificate: number } : null)
  const [opened, setOpened] = useState<string>()
  const shown = office ? theirs.data : (own ?? mine.data?.items.find(one => one.content.id === opened))
  if (office) return <One from={theirs} />
  if (shown) return <One certificate={shown} onBack={own ? undefined : () => setOpened(undefined)} />
  return <All from={mine} onOpen={setOpened} />
}

function All({ from, onOpen }: { from: ReturnType<typeof useCall<'shifts.my_certificates'>>; onOpen: (id: string) => void }) {
  const hours = useCall('shifts.my_hours', {}, { keep: 'shifts/hours' })
  const [asking, setAsking] = useState(false)
  const has = (from.data?.items.length ?? 0) > 0
  return (
    <Page title="我的证明" heading={from.data ? (has ? `您有 ${from.data.items.length} 张证明` : '您还没有证明') : undefined} at={from.at}>
      <Loaded from={from} shape="cards" isEmpty={() => false}>
        {({ items, asked }) => (
          <Box className="k-stack">
            {items.length > 0 ? (
              <Rows>
                {items.map(one => (
                  <Row
                    key={one.content.id}
                    title={sayMinutes(one.content.total)}
                    note={`${one.content.number}，${sayDay(one.content.issued, hours.data?.today)}`}
                    aside={one.revoked ? <Tag tone="bad">作废了</Tag> : undefined}
                    onTap={() => onOpen(one.content.id)}
                  />
                ))}
              </Rows>
            ) : null}
            {has && !asking && asked.length === 0 ? <Button onTap={() => setAsking(true)}>再请社区开一张</Button> : null}
            {!has || asking || asked.length > 0 ? (
              <Loaded from={hours} shape="form" isEmpty={() => false}>
                {mine => <AskFor mine={mine} asked={asked.map(() => ({ community: '' }))} onDone={from.retry} />}
              </Loaded>
            ) : null}
          </Box>
        )}
      </Loaded>
    </Page>
  )
}

interface OneProps {
  certificate?: Certificate
  from?: ReturnType<typeof useCall<'shifts.certificate'>>
  onBack?: () => void
}
function One({ certificate, from, onBack }: OneProps) {
  const shown = certificate ?? from?.data
  const good = shown && !shown.revoked
  return (
    <Page
      title="志愿服务证明"
      onBack={onBack}
      footer={
        canPrint && good ? (
          <Button big kind="primary" icon="printer" onTap={printPaper}>
            打印，或者存下来
          </Button>
        ) : undefined
      }
    >
      {shown ? (
        <Face certificate={shown} />
      ) : from ? (
        <Loaded from={from} shape="cards">
          {() => null}
        </Loaded>
      ) : null}
    </Page>
  )
}

function Face({ certificate }: { certificate: Certificate }) {
  const { revoked, replacedBy } = certificate
  const elder = useElder()
  return (
    <Box className="k-stack">
      {revoked ? (
        <Callout tone="bad" icon="warn">
          {`${sayDay(revoked.on)}作废了：${revoked.why}。${replacedBy ? '社区另开了一张。' : ''}`}
        </Callout>
      ) : canPrint ? null : (
        <Callout icon="printer">手机上印不了。请社区帮您打一张、盖上章，报上编号就行。</Callout>
      )}
      <Sheet certificate={certificate} />
      {elder || revoked ? null : <Box className="k-note">打印时选 A4、不缩放；打印机那里选“另存”，就能存成一份文件。盖章请到社区。</Box>}
      {revoked ? null : (
        <Paper size="a4">
          <Sheet certificate={certificate} paper />
        </Paper>
      )}
    </Box>
  )
}
