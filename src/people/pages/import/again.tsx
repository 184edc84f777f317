import { Button } from '@/ui'

/** Where the steps of an import lead. */
export interface Ways {
  division: string
  kind: 'roster' | 'divisions'
  /** Moves on to a file that is up, to a job, or back to the beginning; the address of the page keeps where one is. */
  to(query: { file?: string; job?: string }): unknown
}

/** The way out of a state that leads nowhere. */
export const Again = ({ ways }: { ways: Ways }) => <Button onTap={() => ways.to({})}>另选一份文件</Button>
