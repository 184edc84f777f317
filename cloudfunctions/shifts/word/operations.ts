import type { word as declared } from '@domain/shifts/contract/word'
import type { Operations } from '../../_kit/serve'
import { feeds } from './feed'
import { help } from './help'

export const operations: Pick<Operations<'shifts'>, keyof typeof declared> = { ...help, ...feeds }
