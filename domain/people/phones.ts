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
  const found = text
    .replace(/[\uFF10-\uFF19]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/(\d{7,}) +(?=\d{7,})/g, '$1/')
    .split(/[/／、,，;；|\n\r\t]+|或|和/)
    .map(part => tidyPhone(part.replace(/[^\d+\-－—–() （）.·]/g, '')))
    .filter((phone): phone is string => phone !== null)
  return [...new Set(found)]
}

/** 138****8000; a landline keeps its last three. No digit of the middle is ever shown. */
export const maskPhone = (phone: string) =>
  MOBILE.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(7)}` : `****${phone.replace(/\D/g, '').slice(-3)}`
