/** The pages of money. */
import { go } from '@/platform'

export const ACCOUNT = '/meals/pages/account/index'
export const TILL = '/meals/pages/till/index'
export const RULES = '/meals/pages/rules/index'
export const STATEMENTS = '/meals/pages/statements/index'

/** An eater's meal account; without one, the person's own or their family's. */
export const toAccount = (eater?: string) => go(ACCOUNT, eater ? { eater } : undefined)
export const toTill = (kitchen?: string) => go(TILL, kitchen ? { kitchen } : undefined)
/** The rules of a community, or of one of its kitchens. */
export const toRules = (kitchen?: string) => go(RULES, kitchen ? { kitchen } : undefined)
export const toStatements = () => go(STATEMENTS)
