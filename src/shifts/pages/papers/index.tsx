import type { OutputOf } from '@domain'
import { useState } from 'react'
import { useCall, useMe, useWide } from '@/platform'
import { Button, Empty, Loaded, Page, Row, Rows, sayDay, Table, Tabs } from '@/ui'
import { CheckSheet } from '../../people/checksheet'
import { PaperTag, sayNote } from '../../people/papers'
import { useAct, usePlace } from '../../people/use'
import '../../people/people.scss'

type Item = OutputOf<'shifts.papers'>['items'][number]
type State = 'waiting' | 'expired' | 'soon'
const STATES: { value: State; label: string }[] = [
  { value: 'waiting', label: '等核对' },
  { value: 'expired', label: '过期了' },
  { value: 'soon', label: '30 天内到期' },
]
const EMPTY: { [state in State]: { title: string; words: string } } = {
  waiting: { title: '都核对过了', words: '有人交了新证件，会出现在这里。' },
  expired: { title: '没有过期的', words: '快到期的会提前 30 天、7 天告诉本人。' },
  soon: { title: '30 天内没有到期的', words: '不用操心。' },
}

/** Papers of a community: to be checked, expired, ending soon. */
export default function Screen() {
  const { community } = usePlace()
  const [state, setState] = useState<State>('waiting')
  const [open, setOpen] = useState<Item>()
  const [after, setAfter] = useState<string>()
  const asked = community ? { community, state, ...(after ? { after } : {}) } : null
  const from = useCall('shifts.papers', asked, { keep: `shifts/papers/${community}/${state}` })
  const counts = useCall('shifts.volunteers_count', community ? { community } : null)
  const act = useAct(() => {
    setOpen(undefined)
    from.retry()
    counts.retry()
  })
  const { unchecked = 0, expired = 0, soon = 0 } = counts.data ?? {}
  const numbers = { waiting: unchecked, expired, soon }
  const turn = (next: State) => {
    setAfter(undefined)
    setState(next)
  }
  return (
    <Page title="证件" heading={headingOf(counts.data && numbers)} wide at={from.at}>
      <Tabs label="哪些证件" value={state} onChange={turn} tabs={STATES.map(one => ({ ...one, count: numbers[one.value] }))} />
      <Loaded from={from} shape="rows" empty={<Empty {...EMPTY[state]} drawing="letter" />}>
        {page => <Listed items={page.items} onOpen={setOpen} />}
      </Loaded>
      {from.data?.after ? <Button onTap={() => setAfter(from.data?.after)}>再往后看</Button> : null}
      {open ? <CheckSheet account={open.account} name={open.name} paper={open.paper} act={act} onClose={() => setOpen(undefined)} /> : null}
    </Page>
  )
}

function headingOf(numbers?: { [state in State]: number }): string {
  if (!numbers) return '证件'
  const { waiting, expired, soon } = numbers
  if (waiting) return `${waiting} 位交的证件等核对`
  if (expired) return `${expired} 位的证件过期了`
  return soon ? `${soon} 位的证件快到期` : '证件都好好的'
}

function Listed({ items, onOpen }: { items: Item[]; onOpen: (item: Item) => void }) {
  const wide = useWide()
  const { day } = useMe()
  if (!wide)
    return (
      <Rows>
        {items.map(one => (
          <Row
            key={one.paper.id}
            title={`${one.name} ${one.paper.name}`}
            note={sayNote(one.paper)}
            aside={<PaperTag paper={one.paper} />}
            onTap={() => onOpen(one)}
          />
        ))}
      </Rows>
    )
  return (
    <Table
      caption="证件"
      rows={items}
      keyOf={one => one.paper.id}
      onOpen={onOpen}
      columns={[
        { title: '姓名', cell: one => one.name },
        { title: '证件', cell: one => one.paper.name },
        { title: '怎么样', cell: one => <PaperTag paper={one.paper} /> },
        { title: '到期', cell: one => (one.paper.until ? sayDay(one.paper.until, day) : '没写') },
        { title: '说明', cell: one => one.paper.says },
        { title: '电话', cell: one => one.phone },
      ]}
    />
  )
}
