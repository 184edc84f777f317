/** Photos made small and free of place and camera: by sharp where it is installed, else by taking the metadata out byte for byte. */
import type { Pictures } from '../_kit/context'
import { stripped } from '../_kit/strip'

/** The longest side, in pixels: enough to read a meter on a photo. */
const LONGEST = 1600
/** More than this is a bomb, not a photo. */
const MOST_PIXELS = 60_000_000

export async function pictures(): Promise<Pictures> {
  const sharp = await import('sharp').then(
    it => it.default,
    () => null,
  )
  if (!sharp) return { clean: async bytes => stripped(bytes) }
  return {
    async clean(bytes) {
      const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      // what was PNG or WebP stays so: a screenshot turned into JPEG is hard to read
      return image.rotate().resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true }).toBuffer()
    },
  }
}
