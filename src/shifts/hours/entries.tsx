/** The ledger line by line: of everybody, or of one person with their statement and certificate. */
import type { OutputOf } from '@domain'
import { sayMinutes } from '@domain/shifts/words'
import { useEffect, useState } from 'react'
import { useCall, useMe, useWide } from '@/platform'
import { Box, Button, Card, canPrint, Empty, List, Loaded, plusDays, printPaper, sayDay, Table, Tag } from '@/ui'
import { AddForm, CorrectForm } from './addform'
import { FindVolunteer } from './find'
import { IssueForm } from './issueform'
import { useGoing } from './pages'
import { stateOf, storyOf } from './state'
import { StatementPaper } from './statement'
import { signed } from './words'

type Row = OutputOf<'shifts.hours'>['items'][number]
interface Whom {
  account: string
  name: string
}

export function Entries({ community, office, first }: { community: string; office: boolean; first?: Whom }) {
  const [whom, setWhom] = useState<Whom | undefined>(first)
  const [adding, setAdding] = useState(false)
  const [correcting, setCorrecting] = useState<Row>()
  const going = useGoing('shifts.hours', { community, ...(whom ? { account: whom.account } : {}) })
  const name = whom?.name || going.items[0]?.name || ''
  return (
    <Box className="k-stack">
      {whom ? (
        <Person
          whom={{ account: whom.account, name }}
          community={community}
          office={office}
          onAdd={() => setAdding(true)}
          onBack={() => setWhom(undefined)}
        />
      ) : (
        <>
          <FindVolunteer community={community} label="只看一个人的" onPick={setWhom} />
          <Box className="h-acts">
            <Button icon="plus" kind="soft" onTap={() => setAdding(true)}>
              补记时长
            </Button>
          </Box>
        </>
      )}
      <Loaded from={going.from} shape="rows" empty={<Empty title="还没有时长" words="点完名，签到签退的时长自己就记到这里。" />}>
        {() => <Lines rows={going.items} further={going.further} onCorrect={setCorrecting} onWhom={whom ? undefined : setWhom} />}
      </Loaded>
      {adding ? (
        <AddForm
          community={community}
          whom={whom && { account: whom.account, name }}
          onClose={() => setAdding(false)}
          onDone={going.from.retry}
        />
      ) : null}
      {correcting ? <CorrectForm row={correcting} onClose={() => setCorrecting(undefined)} onDone={going.from.retry} /> : null}
    </Box>
  )
}

interface LinesProps {
  rows: Row[]
  further?: () => Promise<void>
  onCorrect: (row: Row) => void
  onWhom?: (whom: Whom) => void
}
function Lines({ rows, further, onCorrect, onWhom }: LinesProps) {
  const wide = useWide()
  const state = (row: Row) => <Tag tone={stateOf(row).tone}>{stateOf(row).word}</Tag>
  const act = (row: Row) =>
    row.state === 'asked' ? null : (
      <Button label={`更正：${row.name}，${row.title}，${sayDay(row.day)}`} onTap={() => onCorrect(row)}>
        更正
      </Button>
    )
  if (!wide)
    return (
      <List items={rows} keyOf={one => one.id} label="时长" onMore={further}>
        {one => (
          <Card title={`${one.name}　${signed(one.minutes)}`} aside={state(one)} note={`${sayDay(one.day)}，${one.title}。${storyOf(one)}`}>
            {act(one)}
          </Card>
        )}
      </List>
    )
  return (
    <Box className="k-stack">
      <Table
        caption="时长，一笔一行"
        rows={rows}
        keyOf={one => one.id}
        onOpen={onWhom}
        columns={[
          { title: '谁', cell: one => one.name },
          { title: '哪天', cell: one => sayDay(one.day) },
          { title: '做了什么', cell: one => one.title },
          { title: '多少', right: true, cell: one => <Box className={one.minutes < 0 ? 'h-minus' : undefined}>{signed(one.minutes)}</Box> },
          { title: '怎么记的', cell: storyOf },
          { title: '现在', cell: state },
          { title: '不对', cell: act },
        ]}
      />
      {further ? <Button onTap={further}>再往后看</Button> : null}
    </Box>
  )
}

/** One person: what they have, their statement on paper, a certificate. */
interface PersonProps {
  whom: Whom
  community: string
  office: boolean
  onAdd: () => void
  onBack: () => void
}
function Person({ whom, community, office, onAdd, onBack }: PersonProps) {
  const { day } = useMe()
  const [issuing, setIssuing] = useState(false)
  const [printing, setPrinting] = useState(false)
  const range = { from: plusDays(day || '2026-01-01', -5 * 365), until: day }
  const found = useCall('shifts.statement', day ? { community, account: whom.account, ...range } : null)
  const all = found.data
  const first = all?.rows[0]?.day ?? day
  useEffect(() => {
    if (printing) void printPaper().then(() => setPrinting(false))
  }, [printing])
  return (
    <Card
      title={whom.name}
      note={
        all
          ? `一共 ${sayMinutes(all.total)}：自动 ${sayMinutes(all.auto)}，补记 ${sayMinutes(all.added)}；能开证明 ${sayMinutes(all.ready)}`
          : ' '
      }
    >
      <Box className="h-acts">
        <Button icon="plus" kind="soft" onTap={onAdd}>
          补记时长
        </Button>
        {canPrint && all ? (
          <Button icon="printer" onTap={() => setPrinting(true)}>
            打印明细
          </Button>
        ) : null}
        {office && all && all.ready > 0 ? (
          <Button kind="soft" icon="sheet" onTap={() => setIssuing(true)}>
            开证明
          </Button>
        ) : null}
        <Button onTap={onBack}>看所有人的</Button>
      </Box>
      {printing && all ? <StatementPaper statement={{ ...all, from: first }} /> : null}
      {issuing ? (
        <IssueForm about={{ community, ...whom, from: first, until: day }} onClose={() => setIssuing(false)} onDone={found.retry} />
      ) : null}
    </Card>
  )
}
