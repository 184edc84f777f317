import type { word as declared } from '@domain/shifts/contract/word'
import type { Operations } from '../../_kit/serve'

export const operations: Pick<Operations<'shifts'>, keyof typeof declared> = {}
