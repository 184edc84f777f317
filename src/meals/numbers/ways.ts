/** The pages around the table. */
import { go } from '@/platform'

export const NUMBERS = '/meals/pages/numbers/index'
export const FEEDBACK = '/meals/pages/feedback/index'
export const PARTY = '/meals/pages/party/index'
export const NOTES = '/meals/pages/notes/index'
export const DONATIONS = '/meals/pages/donations/index'

/** The numbers of a division or a kitchen in it, for a day or a month; one's own of today when absent. */
export const toNumbers = (of: { division?: string; kitchen?: string; period?: string } = {}) => go(NUMBERS, of)
export const toFeedback = () => go(FEEDBACK)
