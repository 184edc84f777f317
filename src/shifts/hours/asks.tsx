/** What waits for a second person: who, what, why, and two buttons. */
import type { Ask } from '@domain/shifts/contract'
import { sayMinutes } from '@domain/shifts/words'
import { useState } from 'react'
import { useCall, useDeed, useWide } from '@/platform'
import { Box, Button, Card, Empty, Field, List, Loaded, Sheet, sayDay, Table, Tag, toast, Wrong } from '@/ui'
import { IssueForm } from './issueform'
import { fullDay } from './words'

const WHAT = { add: '补记', correct: '更正', object: '异议', certificate: '开证明' } as const

/** '1 小时', '3 小时 → 2 小时', '→ 作废', or the days of a certificate. */
const changeOf = ({ what, minutes, was, range }: Ask): string => {
  if (range) return `${fullDay(range.from)} 到 ${fullDay(range.until)}，${sayMinutes(minutes)}`
  if (was === undefined) return sayMinutes(minutes)
  return what !== 'add' && minutes === 0 ? `${sayMinutes(was)} → 作废` : `${sayMinutes(was)} → ${sayMinutes(minutes)}`
}

export function Asks({ community, office, onDone }: { community: string; office: boolean; onDone: () => void }) {
  const found = useCall('shifts.hour_asks', { community, state: 'waiting' })
  const [issuing, setIssuing] = useState<Ask>()
  const [refusing, setRefusing] = useState<Ask>()
  const deed = useDeed()
  const wide = useWide()
  const again = () => {
    found.retry()
    onDone()
  }
  const yes = async (ask: Ask) => {
    if (ask.what === 'certificate') return setIssuing(ask)
    const done = await deed('shifts.answer_hours', { ask: ask.id, yes: true })
    if (done?.ok) toast(`${ask.name}，${changeOf(ask)}，记好了`)
    else if (done) toast(done.problem, { tone: 'bad' })
    again()
  }
  const acts = (ask: Ask) => <Acts ask={ask} office={office} onYes={() => yes(ask)} onNo={() => setRefusing(ask)} />
  return (
    <>
      <Loaded
        from={found}
        shape="rows"
        empty={<Empty title="没有要您确认的" words="队长补记、更正的时长，志愿者要的证明，都会排在这里。" />}
      >
        {({ items }) =>
          wide ? (
            <Table
              caption="等第二个人确认的"
              rows={items}
              keyOf={one => one.id}
              columns={[
                { title: '谁', cell: one => one.name },
                { title: '什么', cell: one => <Tag tone={one.what === 'object' ? 'warn' : 'info'}>{WHAT[one.what]}</Tag> },
                { title: '哪天做的', cell: one => `${sayDay(one.day)}，${one.title}` },
                { title: '多少', cell: changeOf },
                { title: '谁提的，为什么', cell: one => [one.by, one.why].filter(Boolean).join('：') },
                { title: '您看', cell: acts },
              ]}
            />
          ) : (
            <List items={items} keyOf={one => one.id} label="等第二个人确认的" unit="条">
              {one => (
                <Card
                  title={one.name}
                  aside={<Tag tone={one.what === 'object' ? 'warn' : 'info'}>{WHAT[one.what]}</Tag>}
                  note={[`${sayDay(one.day)}，${one.title}`, changeOf(one), [one.by, one.why].filter(Boolean).join('：')].join('　')}
                >
                  {acts(one)}
                </Card>
              )}
            </List>
          )
        }
      </Loaded>
      {refusing ? <Refuse ask={refusing} onClose={() => setRefusing(undefined)} onDone={again} /> : null}
      {issuing?.range ? (
        <IssueForm
          about={{ community, account: issuing.account, name: issuing.name, ask: issuing.id, ...issuing.range, from: issuing.range.from }}
          onClose={() => setIssuing(undefined)}
          onDone={again}
        />
      ) : null}
    </>
  )
}

function Acts({ ask, office, onYes, onNo }: { ask: Ask; office: boolean; onYes: () => unknown; onNo: () => void }) {
  const why = ask.notMe ?? (ask.what === 'certificate' && !office ? '由社区来开' : undefined)
  if (why) return <Box className="k-note">{why}</Box>
  return (
    <Box className="h-acts">
      <Button kind="soft" label={`${ask.what === 'certificate' ? '开证明' : '同意'}：${ask.name}，${ask.title}`} onTap={onYes}>
        {ask.what === 'certificate' ? '开证明' : '同意'}
      </Button>
      <Button label={`不同意：${ask.name}，${ask.title}`} onTap={onNo}>
        不同意
      </Button>
    </Box>
  )
}

function Refuse({ ask, onClose, onDone }: { ask: Ask; onClose: () => void; onDone: () => void }) {
  const deed = useDeed()
  const [why, setWhy] = useState('')
  const [problem, setProblem] = useState('')
  const say = async () => {
    const done = await deed('shifts.answer_hours', { ask: ask.id, yes: false, why: why.trim() })
    if (done && !done.ok) return setProblem(done.problem)
    onClose()
    onDone()
  }
  const actions = (
    <Button big kind="primary" disabled={!why.trim()} onTap={say}>
      告诉他不同意
    </Button>
  )
  return (
    <Sheet title={`不同意：${ask.name}`} onClose={onClose} actions={actions}>
      <Field label="为什么" value={why} onChange={setWhy} max={100} hint="提的人会看到这句话" />
      {problem ? <Wrong>{problem}</Wrong> : null}
    </Sheet>
  )
}
