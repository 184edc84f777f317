/** The page of one person's birthday and invitations. */
import { go } from '@/platform'

export const INVITED = '/meals/pages/invited/index'
export const toBirthday = (eater: string) => go(INVITED, { eater })
