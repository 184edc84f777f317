/** Takes what a camera adds (EXIF with the place, XMP, comments) out of a picture, byte for byte, where no image library is at hand. */
import { pictureOf } from '@domain/files/rules'

/** The same picture without its metadata. Throws when the bytes do not hold together as the picture they begin as. */
export function stripped(bytes: Uint8Array): Uint8Array {
  const kind = pictureOf(bytes)
  if (kind === 'jpeg') return stripJpeg(bytes)
  if (kind === 'png') return stripPng(bytes)
  if (kind === 'webp') return stripWebp(bytes)
  throw new Error('not a picture')
}

const joined = (parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))
const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Segments until the scan begins; APP1-APP15 but APP14 (Adobe's colours) and COM are left out, the rest is kept as it is. */
function stripJpeg(bytes: Uint8Array): Uint8Array {
  const kept = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1]
    if (bytes[at] !== 0xff) break
    if (marker === 0xda) return joined([...kept, bytes.subarray(at)])
    const end = at + 2 + view(bytes).getUint16(at + 2)
    if (end > bytes.length) break
    const personal = (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe
    if (!personal) kept.push(bytes.subarray(at, end))
    at = end
  }
  throw new Error('a broken jpeg')
}

const PNG_KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs', 'iCCP'])

function stripPng(bytes: Uint8Array): Uint8Array {
  const kept = [bytes.subarray(0, 8)]
  let at = 8
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view(bytes).getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (end > bytes.length) break
    if (PNG_KEPT.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') return joined(kept)
    at = end
  }
  throw new Error('a broken png')
}

/** EXIF and XMP chunks go, and so do their flags in VP8X; the size in the head is written anew. */
function stripWebp(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = []
  let at = 12
  while (at + 8 <= bytes.length) {
    const name = String.fromCharCode(...bytes.subarray(at, at + 4))
    const size = view(bytes).getUint32(at + 4, true)
    const end = at + 8 + size + (size % 2)
    if (end > bytes.length + (size % 2)) throw new Error('a broken webp')
    const chunk = Uint8Array.from(bytes.subarray(at, end))
    if (name === 'VP8X') chunk[8] &= ~0x0c
    if (name !== 'EXIF' && name !== 'XMP ') kept.push(chunk)
    at = end
  }
  if (kept.length === 0) throw new Error('a broken webp')
  const head = Uint8Array.from(bytes.subarray(0, 12))
  view(head).setUint32(4, 4 + kept.reduce((sum, chunk) => sum + chunk.length, 0), true)
  return joined([head, ...kept])
}
