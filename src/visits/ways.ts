/** The pages around a door. */
import { go, path } from '@/platform'

export const TODAY = '/visits/pages/today/index'
export const FORM = '/visits/pages/form/index'
export const DOOR = '/visits/pages/door/index'
export const MATTERS = '/visits/pages/matters/index'

export const toDoor = (household: string) => go(DOOR, { household })
export const toForm = (household: string) => go(FORM, { household })
/** Puts right what was turned away or still waits. */
export const editOf = (household: string) => path(FORM, { household })
export const toCorrect = (household: string, visit: string) => go(FORM, { household, visit })
export const toHousehold = (household: string) => go('/people/pages/household/index', { id: household })
