import type { Me } from '@domain/account/contract'
import type { Round } from '@domain/meals/contract/rounds'
import { membership, type Photo } from '@/platform'

/** A photo as it travels with what was said: filed where the kitchen is, or in the part of it that its carrier stands in. */
export function enclosed(photo: Photo | undefined, { community }: Pick<Round, 'community'>, me: Me) {
  if (!photo) return []
  const scope = membership(me, 'volunteer', 'lead', 'kitchen', 'community')?.scope ?? community
  const division = scope.startsWith(community) ? scope : community
  return [{ id: photo.id, base64: photo.base64, division, name: '送餐照片.jpg' }]
}
