import type { plan as declared } from '@domain/shifts/contract/plan'
import type { Operations } from '../../_kit/serve'

export const operations: Pick<Operations<'shifts'>, keyof typeof declared> = {}
