import type { Me } from '@domain/account/contract'
import { go, membership } from '@/platform'
import { Entries, Entry, greeting, hourOf, Page, roleName } from '@/ui'

/** The home of those who look after the system: accounts, the trace. They see no personal data. */
export function DeskHome({ me }: { me: Me }) {
  return (
    <Page
      title={me.memberships[0]?.place ?? '两邻'}
      heading={`${me.name}，${greeting(hourOf(Date.now()))}`}
      aside={me.memberships.map(({ role }) => roleName(role)).join('、')}
      tab="home"
      modes
    >
      <Entries>
        {membership(me, 'security') ? (
          <Entry main icon="card" title="人员" note="安排、代班、结束岗位" onTap={() => go('/account/pages/members/index')} />
        ) : null}
        {membership(me, 'auditor') ? (
          <Entry main icon="shield" title="操作记录" note="谁在什么时候看过、改过什么" onTap={() => go('/account/pages/trace/index')} />
        ) : null}
        <Entry icon="bell" title="通知" note={me.unread ? `${me.unread} 条没看` : '都看过了'} onTap={() => go('/pages/inbox/index')} />
      </Entries>
    </Page>
  )
}
