/** Hours: the ledger, who adds and who confirms, certificates, and files in and out. */
import type { hours as declared } from '@domain/shifts/contract/hours'
import type { Operations } from '../../_kit/serve'
import { answer } from './answer'
import { asks } from './asks'
import { certificates } from './certificates'
import { desk } from './desk'
import { exporting } from './export'
import { imports } from './import'
import { issue } from './issue'
import { issuer } from './issuer'
import { mine } from './mine'
import { verify } from './verify'

export const operations: Pick<Operations<'shifts'>, keyof typeof declared> = {
  ...{ ...mine, ...desk, ...asks, ...answer, ...issuer, ...issue, ...certificates, ...verify, ...imports, ...exporting },
}
