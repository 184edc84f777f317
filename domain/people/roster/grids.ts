/** Which grid of the community a roster's words mean: '第1网格', '1', '001', '南院网格', or the whole code. */
import { fromHanzi, plain } from '../text'

/** Null when it names no number and no grid that is known by that name. */
export function gridOf(text: string, community: string, known: { _id: string; name: string }[]): string | null {
  const words = plain(text)
  if (!words) return null
  const named = known.find(grid => plain(grid.name) === words)
  if (named) return named._id
  if (/^\d{15}$/.test(words)) return words.startsWith(community) ? words : null
  const number = /(?:^|\D)第?(\d{1,3})(?:号)?(?:网格)?$/.exec(words)?.[1] ?? hanzi(words)
  return number && Number(number) > 0 ? community + number.padStart(3, '0') : null
}

function hanzi(words: string): string | undefined {
  const said = /第?([一二三四五六七八九十]{1,3})号?网格$/.exec(words)?.[1]
  return said && fromHanzi(said)
}
