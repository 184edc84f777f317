/** The one expected failure: a dotted code, one sentence in plain Chinese, and the field it is about. Anything else thrown is a bug. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly at?: string,
  ) {
    super(message)
  }
}

/** Makes a refusal to throw: `throw refuse('visits.not_there', '没有找到这一户')`. */
export const refuse = (code: string, message: string, at?: string) => new Refusal(code, message, at)

/** Not there and not allowed look the same to the caller. */
export const notThere = (feature: string, what: string) => refuse(`${feature}.not_there`, `没有找到${what}，可能已经改了或不归您管`)
