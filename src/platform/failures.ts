/** Three ways a call can fail, and no other. */

/** The server said no: a dotted code, one sentence for the person, and the field it is about. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly at?: string,
  ) {
    super(message)
  }
}

/** No answer came: without signal, or the server cannot be reached. Whether the call was carried out is not known. */
export class Offline extends Error {
  constructor() {
    super('现在没有信号，等有信号了再试')
  }
}

/** The server has a bug; `id` is what its log calls this request. */
export class Broken extends Error {
  constructor(
    readonly id?: string,
    message = '这边出了点问题，已经记下了，请过一会儿再试',
  ) {
    super(message)
  }
}

/** The sentence to show for anything that was thrown. */
export const sentence = (problem: unknown): string =>
  problem instanceof Refused || problem instanceof Offline || problem instanceof Broken ? problem.message : new Broken().message
