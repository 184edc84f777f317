/** The pages around the table. */
import { go } from '@/platform'

export const NUMBERS = '/meals/pages/numbers/index'
export const FEEDBACK = '/meals/pages/feedback/index'
export const PARTY = '/meals/pages/party/index'
export const NOTES = '/meals/pages/notes/index'
export const DONATIONS = '/meals/pages/donations/index'

export const toNumbers = (division?: string) => go(NUMBERS, { division })
export const toFeedback = () => go(FEEDBACK)
