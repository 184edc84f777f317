import type { Matter } from '@domain/visits/contract'
import { useState } from 'react'
import { call, sentence, useCall, useMe, useQuery } from '@/platform'
import { ago, Box, Button, Empty, List, Loaded, Page, Table, Tabs, toast } from '@/ui'
import { Kind, MatterCard, Settle } from '../../matter'
import { toDoor } from '../../ways'
import { useWide } from '../../wide'
import '../../visits.scss'

const ROLES = ['community', 'street', 'district', 'city', 'grid'] as const
type Found = { items: Matter[]; after?: string }

/** What has to be decided after visits; ?division= a part of what one reaches. */
export default function Matters() {
  const me = useMe()
  const asked = useQuery().division
  const held = ROLES.map(role => me.memberships.find(one => one.role === role)).find(Boolean)
  const division = asked ?? held?.scope
  const maySettle = me.memberships.some(one => one.role === 'community')
  const [settled, setSettled] = useState(false)
  const open = useCall('visits.matters', division ? { division, settled } : null, { keep: `matters/${settled}` })
  const first = open.data?.items ?? []
  const urgent = first.filter(one => one.urgent).length
  const heading = settled
    ? '办好的'
    : open.data
      ? first.length
        ? `${first.length}${open.data.after ? ' 多' : ''} 件要拿主意`
        : '没有要办的'
      : undefined
  return (
    <Page title="要办的" tab="matters" wide heading={heading} aside={!settled && urgent ? `${urgent} 件急的` : undefined} at={open.at}>
      <Tabs
        label="办了没有"
        tabs={[
          { value: 'open', label: '要办的' },
          { value: 'settled', label: '办好的' },
        ]}
        value={settled ? 'settled' : 'open'}
        onChange={value => setSettled(value === 'settled')}
      />
      <Loaded
        from={open}
        empty={
          settled ? (
            <Empty title="还没有办好的" words="办结了的事，在这里能查到是谁、怎么办的。" />
          ) : (
            <Empty title="没有要办的" words="敲门时有不放心的、要帮忙的、三次不在家的，会到这里来。" />
          )
        }
      >
        {page => (
          <All
            key={`${settled}${open.at}`}
            page={page}
            division={division ?? ''}
            settled={settled}
            maySettle={maySettle && !settled}
            onDone={open.retry}
          />
        )}
      </Loaded>
    </Page>
  )
}

interface AllProps {
  page: Found
  division: string
  settled: boolean
  maySettle: boolean
  onDone: () => void
}
function All({ page, division, settled, maySettle, onDone }: AllProps) {
  const [more, setMore] = useState<Found>({ items: [], after: page.after })
  const [settling, setSettling] = useState<Matter | null>(null)
  const wide = useWide()
  const items = [...page.items, ...more.items]
  const further = async () => {
    try {
      const next = await call('visits.matters', { division, settled, after: more.after })
      setMore({ items: [...more.items, ...next.items], after: next.after })
    } catch (problem) {
      toast(sentence(problem), { tone: 'bad' })
    }
  }
  const done = () => {
    setSettling(null)
    onDone()
  }
  const onSettle = maySettle ? setSettling : undefined
  return (
    <>
      {wide ? (
        <Box className="k-stack">
          <Desk items={items} onSettle={onSettle} />
          {more.after ? <Button onTap={further}>再往后看</Button> : null}
        </Box>
      ) : (
        <List items={items} keyOf={one => one.id} unit="件" label="要办的事" step={100} onMore={more.after ? further : undefined}>
          {matter => <MatterCard matter={matter} onSettle={onSettle} />}
        </List>
      )}
      {settling ? <Settle matter={settling} onClose={() => setSettling(null)} onDone={done} /> : null}
    </>
  )
}

const Desk = ({ items, onSettle }: { items: Matter[]; onSettle?: (matter: Matter) => void }) => (
  <Table
    caption="要办的事"
    rows={items}
    keyOf={one => one.id}
    onOpen={one => toDoor(one.household)}
    columns={[
      { title: '哪一户', cell: one => one.label },
      {
        title: '什么事',
        cell: one => <Kind matter={one} />,
      },
      { title: '说了什么', cell: one => one.words },
      {
        title: onSettle ? '什么时候' : '怎么办的',
        cell: one => (one.settled ? `${one.settled.by}：${one.settled.words}` : ago(one.at, Date.now())),
      },
      ...(onSettle
        ? [
            {
              title: '办',
              right: true,
              cell: (one: Matter) => (
                <Button kind="soft" label={`办结 ${one.label}`} onTap={() => onSettle(one)}>
                  办结
                </Button>
              ),
            },
          ]
        : []),
    ]}
  />
)
