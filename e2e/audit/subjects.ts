/** Who looks at which page, and about what. A page of the app that is not here fails the audit: it would be looked at without a subject. */

export type Who = 'nobody' | 'grid' | 'community' | 'street' | 'district' | 'security' | 'auditor' | 'resident' | 'family'
/** Ids of things in the demo community. */
export interface Facts {
  grid: string
  community: string
  household: string
  resident: string
  visit: string
  membership: string
}
export interface Subject {
  who: Who[]
  query?: (facts: Facts) => Record<string, string>
  /** A list: full means at least 50 rows. */
  lists?: true
  /** Staff work on it at a desk too. */
  wide?: true
}

export const SUBJECTS: Record<string, Subject> = {
  'pages/home/index': { who: ['grid', 'community', 'street', 'district', 'security', 'auditor', 'resident', 'family'], wide: true },
  'pages/inbox/index': { who: ['grid', 'resident'] },
  'pages/mine/index': { who: ['grid', 'community'] },
  'account/pages/enter/index': { who: ['nobody'] },
  'account/pages/waiting/index': { who: ['grid'] },
  'account/pages/about/index': { who: ['nobody'] },
  'account/pages/privacy/index': { who: ['nobody'] },
}
