/** The certificates a community has issued. */
import type { Certificate } from '@domain/shifts/contract'
import { sayMinutes } from '@domain/shifts/words'
import { useState } from 'react'
import { useDeed, useMe, useWide } from '@/platform'
import { Box, Button, Callout, Card, Empty, Field, List, Loaded, Sheet, sayDay, Table, Tag, toast, Wrong } from '@/ui'
import { toCertificate } from '../ways'
import { IssueForm } from './issueform'
import { useGoing } from './pages'

export function Issued({ community }: { community: string }) {
  const going = useGoing('shifts.certificates', { community })
  const [revoking, setRevoking] = useState<Certificate>()
  const [replacing, setReplacing] = useState<Certificate>()
  const { day } = useMe()
  const wide = useWide()
  const state = (one: Certificate) => (one.revoked ? <Tag tone="bad">{`${sayDay(one.revoked.on)}作废`}</Tag> : <Tag tone="ok">有效</Tag>)
  const acts = (one: Certificate) =>
    one.revoked ? (
      <Box className="k-note">{one.revoked.why}</Box>
    ) : (
      <Box className="h-acts">
        <Button label={`换一张：${one.content.number}`} onTap={() => setReplacing(one)}>
          换一张
        </Button>
        <Button kind="danger" label={`作废：${one.content.number}`} onTap={() => setRevoking(one)}>
          作废
        </Button>
      </Box>
    )
  const note = ({ content }: Certificate) => `${content.name}，${sayMinutes(content.total)}，${sayDay(content.issued, day)}`
  return (
    <>
      <Loaded
        from={going.from}
        shape="rows"
        empty={<Empty title="还没有开过证明" words="在“时长”里找到人，点“开证明”；志愿者自己要的，在“等确认”里。" />}
      >
        {() =>
          wide ? (
            <Table
              caption="开过的证明"
              rows={going.items}
              keyOf={one => one.content.id}
              onOpen={one => toCertificate(one.content.id)}
              columns={[
                { title: '编号', cell: one => one.content.number },
                { title: '谁', cell: one => one.content.name },
                { title: '时长', right: true, cell: one => sayMinutes(one.content.total) },
                { title: '负责人', cell: one => one.content.manager },
                { title: '哪天开的', cell: one => sayDay(one.content.issued, day) },
                { title: '现在', cell: state },
                { title: '要改', cell: acts },
              ]}
            />
          ) : (
            <List items={going.items} keyOf={one => one.content.id} label="开过的证明" unit="张">
              {one => (
                <Card title={one.content.number} aside={state(one)} note={note(one)}>
                  <Button onTap={() => toCertificate(one.content.id)}>看这一张</Button>
                  {acts(one)}
                </Card>
              )}
            </List>
          )
        }
      </Loaded>
      {going.further ? <Button onTap={going.further}>再往后看</Button> : null}
      {revoking ? <Revoke certificate={revoking} onClose={() => setRevoking(undefined)} onDone={going.from.retry} /> : null}
      {replacing ? (
        <IssueForm
          about={{
            ...{ community, account: replacing.account, name: replacing.content.name, replaces: replacing.content.id },
            ...{ from: replacing.content.from, until: replacing.content.until },
          }}
          onClose={() => setReplacing(undefined)}
          onDone={going.from.retry}
        />
      ) : null}
    </>
  )
}

function Revoke({ certificate: { content }, onClose, onDone }: { certificate: Certificate; onClose: () => void; onDone: () => void }) {
  const deed = useDeed()
  const [why, setWhy] = useState('')
  const [problem, setProblem] = useState('')
  const revoke = async () => {
    const done = await deed('shifts.revoke_certificate', { certificate: content.id, why: why.trim() })
    if (!done) return
    if (!done.ok) return setProblem(done.problem)
    toast(`${content.number}作废了`)
    onClose()
    onDone()
  }
  const actions = (
    <Button big kind="danger" disabled={!why.trim()} onTap={revoke}>
      作废这一张
    </Button>
  )
  return (
    <Sheet title={`作废${content.name}的证明`} onClose={onClose} actions={actions}>
      <Box className="k-stack">
        <Callout tone="warn">作废以后，谁扫它的二维码都会看到“已经作废”。不能再变回来。</Callout>
        <Field label="为什么" hint="本人看得到，核验的人看不到" value={why} onChange={setWhy} max={100} />
        {problem ? <Wrong>{problem}</Wrong> : null}
      </Box>
    </Sheet>
  )
}
