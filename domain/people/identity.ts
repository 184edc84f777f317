/** Citizen ID numbers (GB 11643-1999): area 6, birth date 8, order 3 (odd male, even female), check digit (ISO 7064 MOD 11-2). */
import { isDay } from '../schema'
import { plain } from './text'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** What a person typed, as the card has it: half-width, no spaces or dashes, an upper-case X. Nothing is guessed. */
export const tidyIdNumber = (text: string) => plain(text).replace(/[-.]/g, '').replace(/[x×╳]/g, 'X')

/** The 18th character that belongs to the first 17 digits. */
export const checkDigit = (first17: string) =>
  '10X98765432'[WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(first17[at]), 0) % 11]

export type IdNumberReading =
  | { ok: true; number: string; born: string; sex: 'male' | 'female' }
  /** shape: not 17 digits and a digit or X; born: no such day; check: the check digit does not fit. */
  | { ok: false; why: 'shape' | 'born' | 'check' }

/** Reads an ID number as typed: the birth date and sex inside it, or why it cannot be one. */
export function readIdNumber(text: string): IdNumberReading {
  const number = tidyIdNumber(text)
  if (!/^\d{17}[\dX]$/.test(number)) return { ok: false, why: 'shape' }
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isDay(born) || born < '1850-01-01') return { ok: false, why: 'born' }
  if (checkDigit(number) !== number[17]) return { ok: false, why: 'check' }
  return { ok: true, number, born, sex: Number(number[16]) % 2 ? 'male' : 'female' }
}

/** Why a number cannot be right, said to the person who typed it. */
export const WRONG_ID = {
  shape: '身份证号要 18 位，最后一位可以是 X，请对着证件再看一遍',
  born: '身份证号里的出生日期不存在，请对着证件再看一遍',
  check: '身份证号最后一位对不上，多半是哪一位抄错了，请对着证件再看一遍',
} as const
