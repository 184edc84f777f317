import { useCall, useQuery } from '@/platform'
import { Empty, Loaded, Page } from '@/ui'
import { useDesk } from '../../desk/use'
import { blankShift, onDay } from '../../plan/blank'
import { EditShift } from '../../plan/editshift'
import { NewShift } from '../../plan/newshift'

/** One shift, to be changed (?shift=); or a new one, begun with a saved one (?template=) or on a day (?day=). */
export default function EditPage() {
  const { shift, template, day } = useQuery()
  const { community, today } = useDesk()
  if (shift) return <Known shift={shift} />
  if (!community)
    return (
      <Page title="加一个班">
        <Empty title="排班是队长、厨房和社区的事" words="您自己的班，在“我的班”里。" />
      </Page>
    )
  if (template) return <Begun template={template} community={community} today={today} />
  return <NewShift key={today} name={day ?? 'new'} first={blankShift(day ?? today)} community={community} />
}

function Known({ shift }: { shift: string }) {
  const found = useCall('shifts.shift', { shift })
  if (found.data) return <EditShift key={found.data.card.version} seen={found.data} onDone={found.retry} />
  return (
    <Page title="一个班" wide>
      <Loaded from={found} shape="form">
        {() => null}
      </Loaded>
    </Page>
  )
}

function Begun({ template, community, today }: { template: string; community: string; today: string }) {
  const found = useCall('shifts.templates', { community })
  const begun = found.data?.find(one => one.id === template)
  if (found.data) return <NewShift name={template} first={begun ? onDay(begun.form, today) : blankShift(today)} community={community} />
  return (
    <Page title="加一个班" wide>
      <Loaded from={found} shape="form">
        {() => null}
      </Loaded>
    </Page>
  )
}
