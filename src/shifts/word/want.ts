import type { Mutable } from '@domain/notices/topics'
import { useDeed } from '@/platform'
import { toast } from '@/ui'
import type { Channels } from './more'

/** Changes one thing of what somebody wants to hear and leaves the rest. */
export function useWant({ mute, sms }: Channels, onChange: () => void): (change: { mute?: Mutable[]; sms?: boolean }) => Promise<void> {
  const deed = useDeed()
  return async change => {
    const did = await deed('notices.want', { mute, sms: sms?.on ?? false, ...change })
    if (did && !did.ok) toast(did.problem, { tone: 'bad' })
    onChange()
  }
}
