import type { InputOf } from '@domain'
import { useRef } from 'react'
import { type Parcel, useCall, useOutbox, useQuery } from '@/platform'
import { Button, Empty, Loaded, Page } from '@/ui'
import type { About, Subject } from '../../filling'
import { VisitForm } from '../../form'
import { known, useGround } from '../../state'
import { useGrid } from '../../use'
import { toDoor } from '../../ways'
import '../../visits.scss'

/** ?household= a new knock; &parcel= one that was turned away or waits; &visit= a correction. */
export default function Form() {
  const { household = '', parcel, visit } = useQuery()
  useGrid()
  if (visit) return <OfVisit key={visit} household={household} visit={visit} parcel={parcel} />
  if (parcel) return <OfParcel key={parcel} household={household} parcel={parcel} />
  return <OfDoor key={household} household={household} about={{ kind: 'new' }} />
}

/** The door from the phone; asked for only when the phone does not know it. */
function OfDoor({ household, about }: { household: string; about: About }) {
  const here = useGround(ground => known(ground, household)?.door)
  const asked = useCall('visits.door', here || !household ? null : { household })
  if (here) return <VisitForm subject={subjectOf(household, here.grid, here.label, about)} door={here} />
  return asked.data ? (
    <VisitForm subject={subjectOf(household, asked.data.grid, asked.data.label, about)} door={asked.data} />
  ) : (
    <Page title="记一次敲门">
      <Loaded from={asked} shape="form">
        {() => null}
      </Loaded>
    </Page>
  )
}
const subjectOf = (household: string, grid: string, label: string, about: About): Subject => ({ household, grid, label, about })

/** As it was when the page opened: it may go out meanwhile. Null while the outbox is being opened, or when there is none. */
function useParcel(id?: string): Parcel | null {
  const kept = useOutbox(outbox => outbox.parcels.find(one => one.id === id))
  const first = useRef<Parcel | null>(null)
  first.current ??= kept ?? null
  return first.current
}

function OfParcel({ household, parcel }: { household: string; parcel: string }) {
  const kept = useParcel(parcel)
  if (kept?.name !== 'visits.log')
    return (
      <Page title="记一次敲门">
        <Empty title="这条已经传上去了" words="要改，请在这一户的记录里点「记错了，改一下」。">
          <Button kind="primary" onTap={() => toDoor(household)}>
            看这一户
          </Button>
        </Empty>
      </Page>
    )
  const { at, form } = kept.input as InputOf<'visits.log'>
  const arrived = kept.problem?.code === 'call.key_reused'
  // what it says now is not among what arrived when the server has refused just that
  const said = [...(kept.was ?? []), ...(arrived ? [] : [kept.input])]
  return <OfDoor household={household} about={{ kind: 'parcel', parcel, at, form, arrived, said }} />
}

/** A correction begins from the newest version; one that was turned away from what it said. */
function OfVisit({ household, visit, parcel }: { household: string; visit: string; parcel?: string }) {
  const kept = useParcel(parcel)
  const asked = useCall('visits.timeline', { household }, { keep: `timeline/${household}` })
  const found = asked.data?.items.find(one => one.id === visit)
  const form = kept?.name === 'visits.correct' ? (kept.input as InputOf<'visits.correct'>).form : found?.form
  if (found && form) return <OfDoor household={household} about={{ kind: 'correction', visit, version: found.version, form, parcel }} />
  return (
    <Page title="改一次敲门">
      <Loaded from={asked} shape="form">
        {() => null}
      </Loaded>
    </Page>
  )
}
