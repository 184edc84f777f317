import type { desk as declared } from '@domain/shifts/contract/desk'
import type { Operations } from '../../_kit/serve'

export const operations: Pick<Operations<'shifts'>, keyof typeof declared> = {}
