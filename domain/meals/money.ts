/** Amounts as people say them. Money is whole 分 everywhere; yuan exist only in words. */

/** "6 元", "6.5 元", "0.05 元"; a minus in front when it goes the other way. */
export const yuan = (fen: number) => `${figure(fen)} 元`

/** The number alone: 600 -> "6", 650 -> "6.5", 1234 -> "12.34". */
export function figure(fen: number): string {
  const whole = Math.floor(Math.abs(fen) / 100)
  const rest = String(Math.abs(fen) % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${fen < 0 ? '-' : ''}${whole}${rest ? `.${rest}` : ''}`
}

/** Splits an amount by percents that add up to 100: largest remainder, so that the parts add up exactly. */
export function split<K extends string>(fen: number, percents: { [part in K]: number }): { [part in K]: number } {
  const parts = (Object.entries(percents) as [K, number][]).map(([key, percent]) => ({
    key,
    fen: Math.floor((fen * percent) / 100),
    over: (fen * percent) % 100,
  }))
  let left = fen - parts.reduce((sum, part) => sum + part.fen, 0)
  for (const part of [...parts].sort((a, b) => b.over - a.over)) {
    if (left <= 0) break
    part.fen++
    left--
  }
  return Object.fromEntries(parts.map(part => [part.key, part.fen])) as { [part in K]: number }
}
