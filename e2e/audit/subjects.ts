/** Who looks at which page, and about what. A page of the app that is not here fails the audit: it would be looked at without a subject. */

export type Who =
  | 'nobody'
  | 'grid'
  | 'community'
  | 'street'
  | 'district'
  | 'security'
  | 'auditor'
  | 'resident'
  | 'family'
  | 'kitchen'
  | 'volunteer'
/** Ids of things in the demo community. */
export interface Facts {
  grid: string
  community: string
  household: string
  resident: string
  membership: string
  kitchen: string
  dish: string
  today: string
  /** Somebody whose meal was not taken. */
  check: string
  /** A shift of today, a team, a volunteer's account, the number of a certificate. */
  shift: string
  team: string
  volunteer: string
  certificate: string
}
export interface Subject {
  who: Who[]
  query?: (facts: Facts) => Record<string, string>
  /** A list: full means at least 50 rows. */
  lists?: true
  /** Staff work on it at a desk too. */
  wide?: true
}

const household = ({ household }: Facts) => ({ household })

export const SUBJECTS: Record<string, Subject> = {
  'pages/home/index': {
    who: ['grid', 'community', 'street', 'district', 'security', 'auditor', 'resident', 'family', 'volunteer', 'kitchen'],
    wide: true,
  },
  'pages/inbox/index': { who: ['community'], lists: true },
  'pages/mine/index': { who: ['grid', 'community'] },
  'pages/area/index': { who: ['street'], query: ({ community }) => ({ division: community, name: '和平新村社区' }), wide: true },
  'account/pages/enter/index': { who: ['nobody'] },
  'account/pages/waiting/index': { who: ['grid'] },
  'account/pages/about/index': { who: ['nobody'] },
  'account/pages/privacy/index': { who: ['nobody'] },
  'account/pages/trace/index': { who: ['auditor'], lists: true, wide: true },
  'account/pages/members/index': { who: ['community', 'security'], lists: true, wide: true },
  'account/pages/member/index': { who: ['community'], wide: true },
  'people/pages/registry/index': { who: ['grid', 'community', 'street'], lists: true, wide: true },
  'people/pages/household/index': { who: ['grid', 'community'], query: facts => ({ id: facts.household }), wide: true },
  'people/pages/resident/index': { who: ['grid'], query: facts => ({ household: facts.household, id: facts.resident }) },
  'people/pages/person/index': { who: ['grid'], query: household },
  'people/pages/grids/index': { who: ['community'], wide: true },
  'people/pages/import/index': { who: ['community'], wide: true },
  'people/pages/tags/index': { who: ['district'], wide: true },
  'people/pages/tag/index': { who: ['district'], query: () => ({ code: 'alone' }), wide: true },
  'meals/pages/prep/index': { who: ['kitchen'], wide: true },
  'meals/pages/settle/index': { who: ['kitchen'] },
  'meals/pages/print/index': { who: ['kitchen'], wide: true },
  'meals/pages/shopping/index': { who: ['kitchen'], wide: true },
  'meals/pages/stock/index': { who: ['kitchen'], wide: true },
  'meals/pages/safety/index': { who: ['kitchen'], wide: true },
  'meals/pages/menu/index': { who: ['kitchen'], wide: true },
  'meals/pages/plan/index': { who: ['kitchen'], query: ({ kitchen, today: day }) => ({ kitchen, day, meal: 'lunch' }), wide: true },
  'meals/pages/dishes/index': { who: ['kitchen'], wide: true },
  'meals/pages/dish/index': { who: ['kitchen'], query: ({ kitchen, dish }) => ({ kitchen, dish }) },
  'meals/pages/kitchens/index': { who: ['community', 'kitchen'], wide: true },
  'meals/pages/kitchen/index': { who: ['community', 'kitchen'], query: ({ kitchen }) => ({ kitchen }), wide: true },
  'meals/pages/checks/index': { who: ['community', 'grid', 'kitchen'], wide: true },
  'meals/pages/check/index': { who: ['community', 'grid', 'kitchen'], query: ({ check }) => ({ check }), wide: true },
  'meals/pages/neighbours/index': { who: ['community'], wide: true },
  'meals/pages/ladder/index': { who: ['community'], wide: true },
  'visits/pages/today/index': { who: ['grid'], lists: true },
  'visits/pages/door/index': { who: ['grid', 'street'], query: household, lists: true },
  'visits/pages/form/index': { who: ['grid'], query: household },
  'visits/pages/matters/index': { who: ['community'], lists: true, wide: true },
  'meals/pages/week/index': { who: ['resident', 'family'] },
  'meals/pages/order/index': { who: ['resident', 'family'] },
  'meals/pages/mine/index': { who: ['resident'] },
  'meals/pages/standing/index': { who: ['resident'] },
  'meals/pages/diner/index': { who: ['resident'] },
  'meals/pages/account/index': { who: ['resident', 'family'] },
  'meals/pages/till/index': { who: ['kitchen'] },
  'meals/pages/rules/index': { who: ['community', 'kitchen'], wide: true },
  'meals/pages/statements/index': { who: ['community'], wide: true },
  'meals/pages/numbers/index': {
    who: ['community', 'kitchen', 'street'],
    query: ({ today }) => ({ period: today.slice(0, 7) }),
    wide: true,
  },
  'meals/pages/feedback/index': { who: ['kitchen'], wide: true },
  'meals/pages/party/index': { who: ['kitchen', 'community'], wide: true },
  'meals/pages/invited/index': { who: ['resident'] },
  'meals/pages/donations/index': { who: ['kitchen', 'resident'], wide: true },
  'meals/pages/notes/index': { who: ['kitchen'] },
  'meals/pages/pick/index': { who: ['kitchen', 'grid'] },
  'meals/pages/round/index': { who: ['volunteer'] },
  'meals/pages/rounds/index': { who: ['kitchen', 'community'], wide: true },
  'meals/pages/serve/index': { who: ['kitchen', 'volunteer'] },
  'meals/pages/routes/index': { who: ['kitchen'], wide: true },
  'shifts/pages/join/index': { who: ['resident'] },
  'shifts/pages/me/index': { who: ['volunteer'] },
  'shifts/pages/volunteers/index': { who: ['community', 'kitchen'], wide: true },
  'shifts/pages/volunteer/index': { who: ['community'], query: ({ volunteer }) => ({ account: volunteer }), wide: true },
  'shifts/pages/papers/index': { who: ['community'], wide: true },
  'shifts/pages/teams/index': { who: ['community', 'volunteer'], wide: true },
  'shifts/pages/team/index': { who: ['community'], query: ({ team }) => ({ team }), wide: true },
  'shifts/pages/plan/index': { who: ['community', 'kitchen'], wide: true },
  'shifts/pages/edit/index': { who: ['community'], query: ({ shift }) => ({ shift }), wide: true },
  'shifts/pages/series/index': { who: ['community'], wide: true },
  'shifts/pages/rosters/index': { who: ['community'], wide: true },
  'shifts/pages/find/index': { who: ['volunteer'] },
  'shifts/pages/shift/index': { who: ['volunteer', 'community'], query: ({ shift }) => ({ shift }) },
  'shifts/pages/mine/index': { who: ['volunteer'] },
  'shifts/pages/rules/index': { who: ['community'], wide: true },
  'shifts/pages/code/index': { who: ['kitchen'], query: ({ shift }) => ({ shift }) },
  'shifts/pages/roll/index': { who: ['kitchen', 'community'], query: ({ shift }) => ({ shift }), wide: true },
  'shifts/pages/hours/index': { who: ['volunteer'] },
  'shifts/pages/certificate/index': { who: ['volunteer'], query: ({ certificate }) => ({ number: certificate }), wide: true },
  'shifts/pages/verify/index': { who: ['nobody'], query: ({ certificate }) => ({ number: certificate }) },
  'shifts/pages/ledger/index': { who: ['community'], wide: true },
  'shifts/pages/told/index': { who: ['volunteer'] },
  'shifts/pages/board/index': { who: ['community', 'kitchen', 'street'], wide: true },
  'shifts/pages/numbers/index': { who: ['community', 'street'], wide: true },
  'shifts/pages/paper/index': { who: ['community'], query: ({ shift }) => ({ shift }), wide: true },
  'shifts/pages/calls/index': { who: ['community'], query: ({ shift }) => ({ shift, role: 'cut' }), wide: true },
  'shifts/pages/thanks/index': { who: ['community', 'volunteer'], wide: true },
}
