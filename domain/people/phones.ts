/** Phone numbers as people write them into a cell or a form. */
import { plain } from './text'

const MOBILE = /^1[3-9]\d{9}$/
const LANDLINE = /^(0\d{2,3}\d{7,8}|\d{7,8})$/

/** One number without spaces, dashes, brackets and the country prefix; null when it cannot be a phone number. */
export function tidyPhone(text: string): string | null {
  const digits = plain(text)
    .replace(/^(\+|00)?86(?=1[3-9]\d{9}$|-)/, '')
    .replace(/[-()（）.·]/g, '')
  return MOBILE.test(digits) || LANDLINE.test(digits) ? digits : null
}

/** Every number in a cell ("13800001111/13900002222 儿子"), in order, once each. What is no number is left out. */
export function phonesIn(text: string): string[] {
  const parts = text
    .replace(/[\uFF10-\uFF19]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .split(/[/／、,，;；|\n\r\t]+|或|和/)
  return [...new Set(parts.flatMap(part => apart(part.replace(/[^\d+\-－—–() （）.·]/g, ' ').split(/ +/))))]
}

/** A space stands inside a number ("138 0013 8000") or between two: the most pieces that make one number are one. */
function apart(pieces: string[]): string[] {
  for (let n = pieces.length; n > 0; n--) {
    const phone = tidyPhone(pieces.slice(0, n).join(''))
    if (phone) return [phone, ...apart(pieces.slice(n))]
  }
  return pieces.length > 0 ? apart(pieces.slice(1)) : []
}

/** 138****8000; a landline keeps its last three. No digit of the middle is ever shown. */
export const maskPhone = (phone: string) =>
  MOBILE.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(7)}` : `****${phone.replace(/\D/g, '').slice(-3)}`
