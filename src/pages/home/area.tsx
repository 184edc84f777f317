import { toNumbers } from '@/meals/numbers/ways'
import { go, useMe } from '@/platform'
import { toBoard, toNumbers as toVolunteerNumbers } from '@/shifts/ways'
import { Page, Row, Rows, sayDay } from '@/ui'
import { Area } from '../parts/area'

/** The home of a street, a district or the city: coverage below, one tap deeper each time. */
export function AreaHome({ division, place }: { division: string; place: string }) {
  const me = useMe()
  return (
    <Page title={place} heading="今天" aside={me.day ? sayDay(me.day) : undefined} tab="home" modes wide>
      <Area division={division} />
      <Rows>
        <Row icon="soup" title="妈妈厨房的数" note="多少人吃上饭、谁出的钱、满不满意" onTap={() => toNumbers({ division })} />
        <Row icon="calendar" title="志愿者一周的班" note="各处要多少人，还缺多少" onTap={() => toBoard({ community: division })} />
        <Row icon="list" title="志愿服务的数" note="多少小时、多少人、空着的、没来的" onTap={() => toVolunteerNumbers({ division })} />
        <Row icon="card" title="人员" note="谁在哪个岗位，从哪天到哪天" onTap={() => go('/account/pages/members/index')} />
        {division.length < 9 ? (
          <Row icon="tag" title="标签" note="有哪些，谁看得到，多少天敲一次门" onTap={() => go('/people/pages/tags/index')} />
        ) : null}
        {division.length < 9 ? (
          <Row icon="sheet" title="导入" note="居民台账、行政区划" onTap={() => go('/people/pages/import/index')} />
        ) : null}
        <Row icon="bell" title="通知" aside={me.unread ? `${me.unread} 条没看` : undefined} onTap={() => go('/pages/inbox/index')} />
      </Rows>
    </Page>
  )
}
