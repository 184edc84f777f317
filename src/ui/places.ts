/** Which tabs a person has, by the roles they hold. Paths are as in app.config. */
import type { Me } from '@domain/account/contract'
import type { Role } from '@domain/contract'
import type { IconName } from './icons'

export interface Place {
  id: string
  label: string
  icon: IconName
  page: string
}
const home: Place = { id: 'home', label: '首页', icon: 'home', page: '/pages/home/index' }
const mine: Place = { id: 'mine', label: '我的', icon: 'person', page: '/pages/mine/index' }
const inbox: Place = { id: 'inbox', label: '通知', icon: 'bell', page: '/pages/inbox/index' }
const today: Place = { id: 'today', label: '敲门', icon: 'door', page: '/visits/pages/today/index' }
const matters: Place = { id: 'matters', label: '要办的', icon: 'tasks', page: '/visits/pages/matters/index' }
const registry: Place = { id: 'registry', label: '住户', icon: 'people', page: '/people/pages/registry/index' }
const meals: Place = { id: 'meals', label: '吃饭', icon: 'soup', page: '/meals/pages/week/index' }
const round: Place = { id: 'round', label: '送饭', icon: 'basket', page: '/meals/pages/round/index' }
const shifts: Place = { id: 'shifts', label: '班', icon: 'calendar', page: '/shifts/pages/find/index' }
const week: Place = { id: 'shifts', label: '班', icon: 'calendar', page: '/shifts/pages/board/index' }
const menus: Place = { id: 'menus', label: '菜单', icon: 'soup', page: '/meals/pages/menu/index' }
const carrying: Place = { id: 'rounds', label: '送餐', icon: 'heart', page: '/meals/pages/rounds/index' }
const members: Place = { id: 'members', label: '人员', icon: 'card', page: '/account/pages/members/index' }

const TABS: { role: Role; places: Place[] }[] = [
  { role: 'grid', places: [home, today, registry, mine] },
  { role: 'kitchen', places: [home, menus, carrying, mine] },
  { role: 'community', places: [home, matters, registry, mine] },
  { role: 'street', places: [home, matters, members, mine] },
  { role: 'district', places: [home, members, inbox, mine] },
  { role: 'city', places: [home, members, inbox, mine] },
  { role: 'lead', places: [home, week, carrying, mine] },
  { role: 'volunteer', places: [home, shifts, round, mine] },
  { role: 'security', places: [home, members, mine] },
]

export const STAFF: readonly Role[] = ['community', 'street', 'district', 'city', 'security', 'auditor']

/** Whether somebody works at a desk: their pages widen on a wide screen. */
export const isStaff = (me: Me): boolean => me.memberships.some(({ role }) => STAFF.includes(role))

/** A resident whose record is known, and family who may order for somebody. */
const eats = (me: Me) => Boolean(me.resident) || me.memberships.some(({ role }) => role === 'family' || role === 'resident')

/** Two to four tabs: those of the first role in the table that the person holds; else home, meals for those who eat, notices, mine. */
export const places = (me: Me): Place[] =>
  TABS.find(({ role }) => me.memberships.some(held => held.role === role))?.places ??
  (eats(me) ? [home, meals, inbox, mine] : [home, inbox, mine])
