/** Which community a desk page is about: the one asked for, else the caller's own. */
import { membership, useMe, useQuery } from '@/platform'

export function useDesk(): { community?: string; today: string } {
  const me = useMe()
  const { community } = useQuery()
  return { community: community ?? membership(me, 'community', 'kitchen', 'lead')?.scope.slice(0, 12), today: me.day }
}
