import { Box, Words } from './base'
import { Tap } from './tap'

export interface BarsRow {
  key: string
  name: string
  /** Parts of the whole, drawn in order: done (green), tried (sand); the rest stays pale. */
  done: number
  tried: number
  whole: number
  /** The figures as they are read: "10 / 12 / 16". */
  figures: string
  onOpen?: () => unknown
}

const share = (part: number, whole: number) => `${whole > 0 ? Math.min(100, (part / whole) * 100) : 0}%`

/** Bars with their table in one: every row carries its name and figures, the bar only draws them. `legend` says what the figures are. */
export const Bars = ({ legend, rows }: { legend: string; rows: readonly BarsRow[] }) => (
  <Box className="k-bars" aria={{ role: 'list', label: legend }}>
    {rows.map(row => (
      <Box key={row.key} className="k-bars-row" aria={{ role: 'listitem' }}>
        {row.onOpen ? (
          <Tap className="k-bars-name" onTap={row.onOpen}>
            {row.name}
          </Tap>
        ) : (
          <Words className="k-bars-name">{row.name}</Words>
        )}
        <Box className="k-bars-track" aria={{ hidden: true }}>
          <Box className="k-bars-done" style={{ width: share(row.done, row.whole) }} />
          <Box className="k-bars-tried" style={{ width: share(row.tried, row.whole) }} />
        </Box>
        <Words className="k-bars-figures">{row.figures}</Words>
      </Box>
    ))}
  </Box>
)
