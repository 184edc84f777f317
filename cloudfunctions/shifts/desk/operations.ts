import type { desk as declared } from '@domain/shifts/contract/desk'
import type { Operations } from '../../_kit/serve'
import { board } from './board'
import { call_list, rung } from './calls'
import { export_figures } from './export'
import { figures, weeks } from './figures'
import { at_risk } from './risk'
import { sheet } from './sheet'
import { thank_list } from './thanks'

/** The leads' and the community's desk. */
export const operations: Pick<Operations<'shifts'>, keyof typeof declared> = {
  ...{ board, weeks, at_risk, sheet, call_list, rung, figures, export_figures, thank_list },
}
