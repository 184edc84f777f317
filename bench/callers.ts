/** How long work takes, and many callers at once. */

export const seconds = async (work: () => Promise<unknown> | unknown): Promise<number> => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

/** Callers that each do one after the other. */
export async function together(callers: number, many: number, act: (n: number) => Promise<void>): Promise<void> {
  let n = 0
  const caller = async () => {
    while (n < many) await act(n++)
  }
  await Promise.all(Array.from({ length: callers }, caller))
}
