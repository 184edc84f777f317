/** The house's books: the desk, the till, people's accounts, statements and claims. */
import { account } from './account'
import { claim } from './claim'
import { desk } from './desk'
import { online } from './online'
import { statements } from './statements'
import { till } from './till'

export const money = { ...account, ...claim, ...desk, ...online, ...statements, ...till }
