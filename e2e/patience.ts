const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
export type Found<T> = Exclude<T, null | undefined | false | ''>

/** Waits for what is expected instead of a fixed time; `what` says what never came. `hint` adds what there was instead. */
export async function until<T>(look: () => T | Promise<T>, what: string, { ms = 30_000, hint = (): string => '' } = {}): Promise<Found<T>> {
  const end = Date.now() + ms
  for (;;) {
    const found = await look()
    if (found) return found as Found<T>
    if (Date.now() > end) throw new Error(`never came: ${what}\n${hint()}`.trim())
    await pause(5)
  }
}
