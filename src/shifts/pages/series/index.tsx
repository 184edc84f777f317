import { useState } from 'react'
import { useCall, useQuery } from '@/platform'
import { Empty, Loaded, Page } from '@/ui'
import { useDesk } from '../../desk/use'
import { EditSeries } from '../../plan/editseries'
import { NewSeries } from '../../plan/newseries'
import { SeriesList } from '../../plan/serieslist'

const NEW = 'new'
/** Shifts that come every week: all of them, one of them (?series=), or a new one. */
export default function SeriesPage() {
  const asked = useQuery().series
  const { community } = useDesk()
  const [open, setOpen] = useState(asked)
  const found = useCall('shifts.series', community ? { community } : null, { keep: 'shifts/series' })
  if (!community)
    return (
      <Page title="每周的班" wide>
        <Empty title="排班是队长、厨房和社区的事" words="您自己的班，在“我的班”里。" />
      </Page>
    )
  const close = () => {
    setOpen(undefined)
    found.retry()
  }
  if (open === NEW) return <NewSeries community={community} onDone={close} />
  const one = found.data?.find(series => series.id === open)
  if (one) return <EditSeries key={`${one.id}${one.version}`} series={one} community={community} onDone={close} />
  if (open && !found.data)
    return (
      <Page title="每周的班" wide>
        <Loaded from={found} shape="form">
          {() => null}
        </Loaded>
      </Page>
    )
  return <SeriesList found={found} onOpen={setOpen} onAdd={() => setOpen(NEW)} />
}
