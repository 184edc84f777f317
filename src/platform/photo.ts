/** H5: a photo from the camera or the album, made small enough to travel. Drawing it anew also drops where and when it was taken. */
import { toBase64 } from './base64'
import { sha256 } from './sha256'

/** At most 300 KB each (NORMS): twenty doors a day stay below 10 MB of traffic. */
const LIMIT = 300 * 1024
const STEPS = [
  [1600, 0.8],
  [1280, 0.7],
  [1024, 0.6],
  [800, 0.5],
  [640, 0.4],
] as const

export interface Photo {
  /** SHA-256 of the bytes: the file's id. */
  id: string
  bytes: Uint8Array<ArrayBuffer>
  base64: string
  /** An address to show it by. */
  preview: string
}

const choose = () =>
  new Promise<File | null>(resolve => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.onchange = () => resolve(input.files?.[0] ?? null)
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })

const load = (file: Blob) =>
  new Promise<HTMLImageElement>((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('not a picture'))
    image.src = URL.createObjectURL(file)
  })

async function draw(image: HTMLImageElement, edge: number, quality: number): Promise<Blob> {
  const scale = Math.min(1, edge / Math.max(image.naturalWidth, image.naturalHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.naturalWidth * scale)
  canvas.height = Math.round(image.naturalHeight * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', quality))
  if (!blob) throw new Error('not a picture')
  return blob
}

/** Makes a picture small; exported for whoever already has the file. Rejects when it is not a picture. */
export async function shrink(file: Blob): Promise<Photo> {
  const image = await load(file)
  let blob = await draw(image, ...STEPS[0])
  for (const [edge, quality] of STEPS.slice(1)) if (blob.size > LIMIT) blob = await draw(image, edge, quality)
  URL.revokeObjectURL(image.src)
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return { id: sha256(bytes), bytes, base64: toBase64(bytes), preview: URL.createObjectURL(blob) }
}

/** Lets the person take or choose one photo; null when they think better of it. */
export async function takePhoto(): Promise<Photo | null> {
  const file = await choose()
  return file ? shrink(file) : null
}
