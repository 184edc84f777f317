import type { day as declared } from '@domain/shifts/contract/day'
import type { Operations } from '../../_kit/serve'

export const operations: Pick<Operations<'shifts'>, keyof typeof declared> = {}
