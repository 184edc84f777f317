/** Runs inside the page as `window.audit`; bundled by audit/inject.ts. */
import * as rules from './rules'
import { watchListeners } from './tappable'

export type Audit = typeof rules
declare global {
  interface Window {
    audit: Audit
    /** Presses caught before they reach the app, while keys are tried. */
    caught: string[]
  }
}
watchListeners()
window.audit = rules
