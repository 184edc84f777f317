import type { hours as declared } from '@domain/shifts/contract/hours'
import type { Operations } from '../../_kit/serve'

export const operations: Pick<Operations<'shifts'>, keyof typeof declared> = {}
