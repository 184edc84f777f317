/** The pages of the volunteers' service and the ways to them. */
import { addressOf, go, path } from '@/platform'

const at = (page: string) => `/shifts/pages/${page}/index`
export const toJoin = () => go(at('join'))
export const toMe = () => go(at('me'))
export const toVolunteers = () => go(at('volunteers'))
export const toVolunteer = (account?: string) => go(at('volunteer'), { account })
export const toPapers = () => go(at('papers'))
export const toTeams = () => go(at('teams'))
export const toTeam = (team?: string) => go(at('team'), { team })
export const toPlan = () => go(at('plan'))
/** A shift; or a new one, begun with a template or on a day. */
export const toEdit = (shift?: string, begin: { template?: string; day?: string } = {}) => go(at('edit'), { shift, ...begin })
export const toSeries = (series?: string) => go(at('series'), { series })
export const toRosters = () => go(at('rosters'))
export const toFind = () => go(at('find'))
export const toShift = (shift?: string, cover?: string) => go(at('shift'), { shift, cover })
export const toMine = () => go(at('mine'))
export const toRules = () => go(at('rules'))
export const toCode = (shift?: string) => go(at('code'), { shift })
export const toRoll = (shift?: string) => go(at('roll'), { shift })
export const toHours = () => go(at('hours'))
export const toCertificate = (number?: string) => go(at('certificate'), { number })
export const toVerify = (number?: string) => go(at('verify'), { number })
/** Where a stranger verifies a certificate; '' where this front knows no web address. */
export const verifyAddress = (number: string, code: string) => addressOf(`/#${path(at('verify'), { number, code })}`) ?? ''
export const toLedger = (of: { tab?: string; account?: string } = {}) => go(at('ledger'), of)
export const toTold = () => go(at('told'))
export const toBoard = (of: { community?: string; week?: string } = {}) => go(at('board'), of)
export const toNumbers = (of: { division?: string; period?: string } = {}) => go(at('numbers'), of)
export const toPaper = (shift?: string) => go(at('paper'), { shift })
export const toCalls = (shift?: string, role?: string) => go(at('calls'), { shift, role })
export const toThanks = (month?: string) => go(at('thanks'), { month })
