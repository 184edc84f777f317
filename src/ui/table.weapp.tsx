/** WeChat has no table: each row is a card with its column names, as on a narrow H5. */
import { Box, Words } from './base'
import type { Column, TableProps } from './table'
import { Tap } from './tap'

export type { Column, TableProps }

export const Table = <T,>({ caption, columns, rows, keyOf, onOpen, opens = () => true }: TableProps<T>) => (
  <Box className="k-table" aria={{ role: 'list', label: caption }}>
    {rows.map(row => (
      <Box key={keyOf(row)} className="k-table-row" aria={{ role: 'listitem' }}>
        {columns.map((column, n) => (
          <Box key={column.title} className="k-table-cell">
            <Words className="k-cell-title">{column.title}</Words>
            {n === 0 && onOpen && opens(row) ? (
              <Tap className="k-cell-open" onTap={() => onOpen(row)}>
                {column.cell(row)}
              </Tap>
            ) : (
              <Box>{column.cell(row)}</Box>
            )}
          </Box>
        ))}
      </Box>
    ))}
  </Box>
)
