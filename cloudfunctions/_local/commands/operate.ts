/** What every command that acts on a data folder does around its work: opens the house or the running server, says failures in one sentence. */
import { Refusal } from '../../_kit/refuse'
import { Unusable } from '../../_kit/store/port'
import { type Operator, openOperator } from '../operator'

/** Somebody at the command line did something that can be said in a sentence. */
export class Said extends Error {}

/** Does the work as the machine's operator; the exit code. What went wrong is one sentence on stderr, a bug is thrown on. */
export async function asOperator(prepare: () => { data: string; work: (operator: Operator) => Promise<void> }): Promise<number> {
  try {
    const { data, work } = prepare()
    const operator = await openOperator(data)
    try {
      await work(operator)
    } finally {
      await operator.close()
    }
    return 0
  } catch (error) {
    if (!(error instanceof Said) && !(error instanceof Refusal) && !(error instanceof Unusable)) throw error
    console.error(error.message)
    return 1
  }
}
