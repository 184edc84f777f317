import Taro from '@tarojs/taro'
import { toBase64 } from './base64'
import type { Photo } from './photo'
import { sha256 } from './sha256'

const LIMIT = 300 * 1024
const STEPS = [
  [1600, 80],
  [1280, 60],
  [1024, 40],
  [800, 30],
  [640, 20],
] as const

const read = (path: string) => new Uint8Array(Taro.getFileSystemManager().readFileSync(path) as ArrayBuffer)

async function small(src: string): Promise<string> {
  let path = src
  for (const [edge, quality] of STEPS) {
    const { tempFilePath } = await Taro.compressImage({ src, quality, compressedWidth: edge } as Taro.compressImage.Option)
    path = tempFilePath
    if (read(path).length <= LIMIT) break
  }
  return path
}

/** Lets the person take or choose one photo; null when they think better of it. */
export async function takePhoto(): Promise<Photo | null> {
  const chosen = await Taro.chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] }).catch(() => null)
  if (!chosen) return null
  const preview = await small(chosen.tempFiles[0].tempFilePath)
  const bytes = read(preview)
  return { id: sha256(bytes), bytes, base64: toBase64(bytes), preview }
}
