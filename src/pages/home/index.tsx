import type { Me } from '@domain/account/contract'
import { useDidShow } from '@tarojs/taro'
import { membership, refresh, useMe, useSession } from '@/platform'
import { Page } from '@/ui'
import { AreaHome } from './area'
import { DeskHome } from './desk'
import { KitchenHome } from './kitchen'
import { OfficeHome } from './office'
import { ResidentHome } from './resident'
import { VolunteerHome } from './volunteer'
import { WorkerHome } from './worker'

/** The first page: what matters today for whoever is here. */
export default function Home() {
  const me = useMe()
  const state = useSession(session => session.state)
  useDidShow(() => {
    if (useSession.getState().state === 'in') void refresh()
  })
  if (state !== 'in') return <Page title="两邻" tab="home" modes />
  return <Fitting me={me} />
}

/** By the first role that has a home of its own; somebody with none of them is a resident. */
function Fitting({ me }: { me: Me }) {
  if (membership(me, 'grid')) return <WorkerHome me={me} />
  const kitchen = membership(me, 'kitchen')
  if (kitchen) return <KitchenHome me={me} community={kitchen.scope} />
  const office = membership(me, 'community')
  if (office) return <OfficeHome community={office.scope} place={office.place} />
  const above = membership(me, 'street', 'district', 'city')
  if (above) return <AreaHome division={above.scope} place={above.place} />
  if (membership(me, 'security', 'auditor', 'admin')) return <DeskHome me={me} />
  if (membership(me, 'volunteer', 'lead')) return <VolunteerHome me={me} />
  return <ResidentHome me={me} />
}
