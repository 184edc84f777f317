/** What a button of these pages does: one write, said in a few words; what went wrong is said too. */
import type { InputOf, Name, OutputOf } from '@domain'
import { useCallback } from 'react'
import { membership, useDeed, useMe, useQuery } from '@/platform'
import { toast } from '@/ui'

export type Act = <N extends Name>(name: N, input: InputOf<N>, said?: string) => Promise<OutputOf<N> | null>

/** `done` runs after a write that went through. Null: it did not, or another one is under way. */
export function useAct(done: () => void): Act {
  const deed = useDeed()
  return useCallback(
    async (name, input, said) => {
      const did = await deed(name, input)
      if (!did) return null
      if ('problem' in did) {
        toast(did.problem, { tone: 'bad' })
        return null
      }
      if (said) toast(said)
      done()
      return did.ok
    },
    [deed, done],
  )
}

/** The community a page is about: the one asked for, else the caller's own; and whether they are its office. */
export function usePlace(): { community?: string; office: boolean; today: string } {
  const me = useMe()
  const { community } = useQuery()
  const held = membership(me, 'community', 'kitchen', 'lead', 'volunteer')?.scope.slice(0, 12)
  const office = me.memberships.some(one => one.role === 'community' && (community ?? held)?.startsWith(one.scope))
  return { community: community ?? held, office, today: me.day }
}
