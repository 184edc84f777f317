/** Money as the kitchen types it, in 元, and as it is kept, in 分. */

/** 1250 分 is '12.5'. */
export const yuanOf = (fen: number): string => String(fen / 100)
/** '12.5' is 1250 分; undefined for what is no amount of money below ten thousand yuan. */
export function fenOf(yuan: string): number | undefined {
  if (!/^\d{1,4}(\.\d{0,2})?$/.test(yuan.trim())) return undefined
  return Math.round(Number(yuan) * 100)
}
