/** H5: a real table; below 640 px each row becomes a card with its column names. */
import type { ReactNode } from 'react'
import { Tap } from './tap'

export interface Column<T> {
  title: string
  cell: (row: T) => ReactNode
  /** Numbers stand at the right. */
  right?: boolean
}
export interface TableProps<T> {
  /** What the table is about, for who cannot see the heading above it. */
  caption: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  keyOf: (row: T) => string
  /** Makes the first cell of a row lead somewhere. */
  onOpen?: (row: T) => unknown
  /** Which rows lead somewhere; all when absent. A sum does not. */
  opens?: (row: T) => boolean
}

export const Table = <T,>({ caption, columns, rows, keyOf, onOpen, opens = () => true }: TableProps<T>) => (
  <table className="k-table" role="table">
    <caption className="k-unseen">{caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        {columns.map(column => (
          <th key={column.title} scope="col" role="columnheader" className={column.right ? 'k-right' : undefined}>
            {column.title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map(row => (
        <tr key={keyOf(row)} role="row">
          {columns.map((column, n) => (
            <td key={column.title} role="cell" className={column.right ? 'k-right' : undefined}>
              <span className="k-cell-title" aria-hidden="true">
                {column.title}
              </span>
              {n === 0 && onOpen && opens(row) ? (
                <Tap className="k-cell-open" onTap={() => onOpen(row)}>
                  {column.cell(row)}
                </Tap>
              ) : (
                <span>{column.cell(row)}</span>
              )}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
