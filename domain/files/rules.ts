/** What a file is, told by its first bytes and never by its name, and how large each kind may be. */
import type * as v from 'valibot'
import type { FileKind } from './contract'

type Kind = v.InferOutput<typeof FileKind>

/** Bytes. A photo from a phone is made smaller there first. */
export const LARGEST: Record<Kind, number> = {
  photo: 2 * 1024 * 1024,
  workbook: 30 * 1024 * 1024,
  report: 30 * 1024 * 1024,
  claim: 30 * 1024 * 1024,
  dish: 2 * 1024 * 1024,
  paper: 2 * 1024 * 1024,
}

export type Picture = 'jpeg' | 'png' | 'webp'
const text = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))

/** Which picture the bytes begin as; null for anything else. */
export function pictureOf(bytes: Uint8Array): Picture | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  return text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP' ? 'webp' : null
}

/** True for an .xlsx (a zip) and for text in any encoding a spreadsheet saves: no zero byte but in UTF-16, which no roster was seen in. */
export function isWorkbook(bytes: Uint8Array): boolean {
  if (text(bytes, 0, 4) === 'PK\x03\x04') return true
  return bytes.length > 0 && pictureOf(bytes) === null && !bytes.subarray(0, 4096).includes(0)
}

/** Kinds that are shown as a picture, and cleaned of where they were taken. */
export const isPicture = (kind: Kind) => kind === 'photo' || kind === 'dish' || kind === 'paper'

/** Why these bytes cannot be filed as that kind; null when they can. */
export function refusedFile(kind: Kind, bytes: Uint8Array): { code: string; message: string } | null {
  if (bytes.length > LARGEST[kind])
    return { code: 'files.too_large', message: isPicture(kind) ? '照片太大了，请换一张 2 MB 以内的' : '文件太大了，请换一个 30 MB 以内的' }
  if (isPicture(kind)) return pictureOf(bytes) ? null : { code: 'files.not_a_picture', message: '这不是照片，请选 JPG、PNG 或 WebP 图片' }
  return isWorkbook(bytes) ? null : { code: 'files.not_a_workbook', message: '这不是表格，请选 .xlsx 或 .csv 文件' }
}
