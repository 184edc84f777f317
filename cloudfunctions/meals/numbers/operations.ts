import type { numbers as declared } from '@domain/meals/contract/numbers'
import type { Operations } from '../../_kit/serve'
import { export_numbers } from './export'
import { numbers } from './read'

/** The kitchen in numbers. */
export const counted: Pick<Operations<'meals'>, keyof typeof declared> = { numbers, export_numbers }
