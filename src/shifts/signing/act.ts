/** A write from a button of a shift's screens: what became of it is said in a toast, and what is shown is asked for again. */
import type { InputOf, Name, OutputOf } from '@domain'
import { useCallback } from 'react'
import { useDeed } from '@/platform'
import { toast } from '@/ui'

/** `said` is the sentence when it worked. Answers the output, or null when it did not (the reason was said). */
export function useAct(after: () => void): <N extends Name>(name: N, input: InputOf<N>, said: string) => Promise<OutputOf<N> | null> {
  const deed = useDeed()
  return useCallback(
    async (name, input, said) => {
      const did = await deed(name, input)
      if (!did) return null
      if ('problem' in did) {
        toast(did.problem, { tone: 'bad' })
        // what was refused may have changed meanwhile: the screen shows how it is now
        if (did.code !== 'offline') after()
        return null
      }
      if (said) toast(said)
      after()
      return did.ok ?? null
    },
    [deed, after],
  )
}
