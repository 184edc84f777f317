/** The rotating check-in code, as far as both sides know it: which step holds now, and what the QR code says. The codes themselves are made by the server. */

/** A code holds for one step, in ms. */
export const STEP = 30_000
/** Who looks at it just before it changes is not turned away; who was sent a photo of it is. */
const AROUND = 1
/** Wrong tries a person has in one shift; then the lead decides. */
export const TRIES = 5
/** How many steps a lead's screen is given ahead: 15 minutes without signal. */
export const AHEAD = 30

export const stepOf = (at: number) => Math.floor(at / STEP)
/** The steps whose codes are taken at a moment. */
export const stepsAround = (at: number): number[] => Array.from({ length: 2 * AROUND + 1 }, (_, n) => stepOf(at) - AROUND + n)

const HEAD = 'lianglin:shift'
/** What the QR code says. */
export const codeText = (shift: string, token: string) => `${HEAD} ${shift} ${token}`

/** The shift and the token of a QR code; null when it is not one of these. */
export function readCode(text: string): { shift: string; token: string } | null {
  const [head, shift, token, more] = text.trim().split(' ')
  return head === HEAD && shift && token && more === undefined ? { shift, token } : null
}
