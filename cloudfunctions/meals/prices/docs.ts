/** The rule sets as they are kept. */
import type { Rule } from '@domain/meals/contract/prices'
import type { Doc } from '../../_kit/store/port'

type Fields = {
  /** Decides who reaches it: the division itself, or the kitchen's community. */
  division: string
  kitchen?: string
  rules: Rule[]
  /** What categories were called when it was saved. */
  names: { [code: string]: string }
  version: number
  at: number
  by: string
}
/** Under its place: a kitchen's id, or the code of a community, street, district or city. */
export type RulesDoc = Doc & Fields
export const rulesId = (place: string) => place

/** `${place}|${version}`: each version ever saved, never changed. */
export type RulesVersionDoc = Doc & Fields & { place: string; note: string }
