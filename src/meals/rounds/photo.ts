import type { Round } from '@domain/meals/contract/rounds'
import type { Photo } from '@/platform'

/** A photo as it travels with what was said; it is filed where the kitchen is. */
export const enclosed = (photo: Photo | undefined, { community }: Pick<Round, 'community'>) =>
  photo ? [{ id: photo.id, base64: photo.base64, division: community, name: '送餐照片.jpg' }] : []
