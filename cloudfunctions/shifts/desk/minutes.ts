/** The minutes of a sign-up: what lies between coming and going, inside the shift. */
import type { SignupDoc } from '../docs'

export const minutesOf = ({ came, went, from, to }: Pick<SignupDoc, 'came' | 'went' | 'from' | 'to'>): number =>
  came && went ? Math.max(0, Math.round((Math.min(went.at, to) - Math.max(came.at, from)) / 60_000)) : 0
