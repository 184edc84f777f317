/** What keyboards and spreadsheets do to text: full-width forms, invisible spaces, many kinds of dash. */

/** Full-width letters, digits and signs become the plain ones; every space and zero-width mark goes. Hanzi stay, rare ones too. */
export const plain = (text: string) =>
  text
    .replace(/[\uFF01-\uFF5E]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[‐‑‒–—―−－]/g, '-')

const DIGITS = '零一二三四五六七八九'

/** 一 to 九十九 as digits ("十二" -> "12", "二十" -> "20"); anything else as it is. */
export function fromHanzi(text: string): string {
  if (!/^[一二三四五六七八九十]{1,3}$/.test(text)) return text
  const [tens, ones] = text.includes('十') ? text.split('十') : ['零', text]
  const ten = tens === '' ? 1 : DIGITS.indexOf(tens)
  const one = ones === '' ? 0 : DIGITS.indexOf(ones)
  return ten < 0 || one < 0 ? text : String(ten * 10 + one)
}

/** The first letter as a person sees it: rare hanzi beyond the BMP are one letter, not two halves. */
export const letters = (text: string) => Array.from(text)
