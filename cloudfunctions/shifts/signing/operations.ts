import type { signing as declared } from '@domain/shifts/contract/signing'
import type { Operations } from '../../_kit/serve'

export const operations: Pick<Operations<'shifts'>, keyof typeof declared> = {}
