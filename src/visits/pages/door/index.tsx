import type { InputOf } from '@domain'
import type { Door, Visit } from '@domain/visits/contract'
import { OUTCOMES } from '@domain/visits/words'
import { useState } from 'react'
import { call, go, type Parcel, path, sentence, useCall, useMe, useOutbox, useQuery, useSent } from '@/platform'
import { Box, Button, Card, Empty, Loaded, Page, Row, Rows, Section, sayDay, Tag, toast, useElder } from '@/ui'
import { Last } from '../../bits'
import { Late, Why } from '../../card'
import { Persons, personsOf } from '../../people'
import { known, today } from '../../state'
import { VisitCard } from '../../timeline'
import { useGrid } from '../../use'
import { editOf, FORM, toForm, toHousehold } from '../../ways'
import '../../visits.scss'

/** ?household= one door: who lives there, when it is due and why, what was found before. */
export default function DoorPage() {
  const { household = '' } = useQuery()
  const me = useMe()
  const elder = useElder()
  const packed = known(useGrid().ground, household)
  const asked = useCall('visits.door', { household }, { keep: `door/${household}` })
  useSent(asked.retry)
  const registry = useCall('people.household', { household }, { keep: `household/${household}` })
  const door = asked.data ?? packed?.door
  const mayLog = me.memberships.some(held => held.role === 'grid' || held.role === 'community')
  return (
    <Page
      title={elder ? '这一户' : (door?.label ?? '这一户')}
      heading={elder ? door?.label : undefined}
      at={asked.at ?? registry.at}
      footer={
        door && mayLog ? (
          <Button kind="primary" big icon="door" onTap={() => toForm(household)}>
            记一次敲门
          </Button>
        ) : null
      }
    >
      {door ? (
        <>
          <Due door={door} />
          <Persons persons={personsOf(registry.data, packed)} task={`敲门：${door.why}`.slice(0, 100)} />
          {mayLog ? (
            <Rows>
              <Row icon="edit" title="住户信息，改人、改标签" onTap={() => toHousehold(household)} />
            </Rows>
          ) : null}
          <Timeline household={household} door={door} />
        </>
      ) : (
        <Loaded from={asked}>{() => null}</Loaded>
      )}
    </Page>
  )
}

/** When it is due next, and why. */
const Due = ({ door }: { door: Door }) => (
  <Card
    title={door.over >= 0 ? '今天该去' : `下次 ${sayDay(door.due, today())}`}
    aside={door.over >= 0 ? <Late door={door} /> : null}
    edge={door.urgent ? 'bad' : undefined}
  >
    <Why door={door} />
  </Card>
)

/** What waits on this phone first, then what was found before. */
function Timeline({ household, door }: { household: string; door: Door }) {
  const asked = useCall('visits.timeline', { household }, { keep: `timeline/${household}` })
  const [more, setMore] = useState<{ items: Visit[]; after?: string } | null>(null)
  useSent(asked.retry)
  const after = more ? more.after : asked.data?.after
  const further = async () => {
    try {
      const page = await call('visits.timeline', { household, after })
      setMore({ items: [...(more?.items ?? []), ...page.items], after: page.after })
    } catch (problem) {
      toast(sentence(problem), { tone: 'bad' })
    }
  }
  return (
    <Section title="敲过的门">
      <Unsent household={household} />
      {asked.data ? null : <Last door={door} />}
      <Loaded from={asked} shape="cards" empty={<Empty title="还没敲过这扇门" words="敲过一次，这里就有记录。" />}>
        {({ items }) => (
          <Box className="k-stack">
            <Box className="k-stack" aria={{ role: 'list', label: '敲过的门' }}>
              {[...items, ...(more?.items ?? [])].map(visit => (
                <Box key={visit.id} aria={{ role: 'listitem' }}>
                  <VisitCard visit={visit} />
                </Box>
              ))}
            </Box>
            {after ? <Button onTap={further}>再往前看</Button> : null}
          </Box>
        )}
      </Loaded>
    </Section>
  )
}

/** Knocks and corrections of this door that are not up yet. */
function Unsent({ household }: { household: string }) {
  const parcels = useOutbox(outbox => outbox.parcels)
  const mine = parcels.filter(parcel => parcel.edit?.startsWith(editOf(household)))
  if (!mine.length) return null
  return (
    <Rows>
      {mine.map(parcel => (
        <Row
          key={parcel.id}
          title={titleOf(parcel)}
          note={parcel.problem?.message ?? '在手机里，有信号就传上去'}
          aside={parcel.problem ? <Tag tone="bad">没传上</Tag> : <Tag>待上传</Tag>}
          onTap={() => go(path(parcel.edit ?? FORM, { parcel: parcel.id }))}
        />
      ))}
    </Rows>
  )
}
const titleOf = ({ name, input }: Parcel) =>
  `${name === 'visits.correct' ? '更正为' : ''}${OUTCOMES[(input as InputOf<'visits.log'>).form.outcome]}`
