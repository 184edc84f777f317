import type { InputOf } from '@domain'
import { useCall, useOutbox, useQuery } from '@/platform'
import { Loaded, Page } from '@/ui'
import type { About, Subject } from '../../filling'
import { VisitForm } from '../../form'
import { known, useGround } from '../../state'
import { useGrid } from '../../use'
import '../../visits.scss'

/** ?household= a new knock; &parcel= one that was turned away or waits; &visit= a correction. */
export default function Form() {
  const { household = '', parcel, visit } = useQuery()
  useGrid()
  if (parcel) return <OfParcel key={parcel} household={household} parcel={parcel} />
  if (visit) return <OfVisit key={visit} household={household} visit={visit} />
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

function OfParcel({ household, parcel }: { household: string; parcel: string }) {
  const kept = useOutbox(outbox => outbox.parcels.find(one => one.id === parcel))
  if (kept?.name !== 'visits.log') return <OfDoor household={household} about={{ kind: 'new' }} />
  const { at, form } = kept.input as InputOf<'visits.log'>
  return <OfDoor household={household} about={{ kind: 'parcel', parcel, at, form }} />
}

function OfVisit({ household, visit }: { household: string; visit: string }) {
  const asked = useCall('visits.timeline', { household }, { keep: `timeline/${household}` })
  const found = asked.data?.items.find(one => one.id === visit)
  if (found) return <OfDoor household={household} about={{ kind: 'correction', visit, version: found.version, form: found.form }} />
  return (
    <Page title="改一次敲门">
      <Loaded from={asked} shape="form">
        {() => null}
      </Loaded>
    </Page>
  )
}
