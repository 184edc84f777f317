/** A worksheet as the reader hands it over: words, or a number or day that the program, not the person, stored as such. */

/** `number`: the digits as the file has them (a spreadsheet keeps fifteen); `day`: 'YYYY-MM-DD' of a cell formatted as a date. */
export type Cell = string | { number: string } | { day: string }

export interface Sheet {
  name: string
  /** Row 0 is Excel's row 1. Rows may be shorter than the widest one. */
  rows: Cell[][]
}

/** What the person sees in a cell, spaces at its ends included: they are counted as something to repair. */
export const textOf = (cell: Cell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'string' ? cell : 'number' in cell ? cell.number : cell.day

export const isEmpty = (cell: Cell | undefined) => textOf(cell).trim() === ''
export const isBlank = (row: Cell[] | undefined) => !row?.some(cell => !isEmpty(cell))
