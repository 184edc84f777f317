/** The one suite every store adapter passes. `open` gives an empty store with these collections; closing is the suite's. */
import type { Store } from '../port'
import { historySuite } from './history'
import { collections } from './house'
import { querySuite } from './queries'
import { refusalSuite } from './refusals'
import { transactionSuite } from './transactions'
import { writeSuite } from './writes'

export interface Suite {
  open(): Promise<Store>
  /** Random histories to try; an adapter over a network tries fewer. */
  histories: number
}
/** A store as one test has it. */
export type Given = () => Store

export { collections }

export function storeSuite(name: string, { open, histories }: Suite): void {
  describe(name, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())
    const given: Given = () => store
    writeSuite(given)
    querySuite(given)
    refusalSuite(given)
    transactionSuite(given)
    historySuite(open, histories)
  })
}
