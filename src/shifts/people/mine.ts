/** What somebody's own page says of them. */
import type { Profile } from '@domain/shifts/contract/volunteer'
import { sayMinutes } from '@domain/shifts/words'
import { sayDay } from '@/ui'

type Limits = Profile['limits']
/** '一天最多 6 小时，一周最多 24 小时，两班之间歇 30 分钟，不排重活' */
export const sayLimits = ({ day, week, heavy, rest }: Limits) =>
  [`一天最多 ${sayMinutes(day)}`, `一周最多 ${sayMinutes(week)}`, rest > 0 ? `两班之间歇 ${sayMinutes(rest)}` : '', heavy ? '' : '不排重活']
    .filter(Boolean)
    .join('，')

/** Why the limits are as they are. */
export const whyLimits = ({ eased }: Profile, today: string) =>
  eased ? `社区改过：${eased.why}${eased.until ? `，到${sayDay(eased.until, today)}` : ''}` : '按年龄定的，要改找社区'

/** The one sentence the page opens with. */
export function headingOf({ state, week, pause, upcoming }: Profile, today: string): string {
  if (state === 'waiting') return '等社区点头'
  if (state === 'declined') return '这次没有同意'
  if (state === 'left') return '您退出了，随时欢迎回来'
  if (state === 'lapsed') return '好久没来了，还来吗'
  if (state === 'paused') return pause?.until ? `歇到${sayDay(pause.until, today)}` : '您在歇着'
  if (week > 0) return `这周排了 ${sayMinutes(week)}`
  return upcoming.length > 0 ? `往后还有 ${upcoming.length} 个班` : '这周还没有班'
}

/** What came of asking: the last no, with its reason. */
export const lastNo = ({ history }: Profile) => history.find(one => one.what === 'declined')?.why ?? ''
