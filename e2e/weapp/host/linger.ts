/** `SLOW=80 npm test -- weapp` walks every journey on a slow phone over a slow line: each step takes up to so many ms. It finds what only a fast one hides. */
const SLOW = Number(process.env.SLOW ?? 0)

export const linger = (ms = Math.random() * SLOW): Promise<void> =>
  ms > 0 ? new Promise(resolve => setTimeout(resolve, ms)) : Promise.resolve()
