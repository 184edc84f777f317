import { type ReactNode, useState } from 'react'
import { Box, Heading, Para, Words } from './base'
import { CHART_COLOURS, drawn, highestOf, type Series, topOf } from './charting'
import { Plot } from './plot'
import { Tap } from './tap'

export type { ChartTone, Series } from './charting'
export interface ChartProps {
  title: string
  /** What it shows, in one sentence; read to everybody. */
  sentence: string
  kind: 'stack' | 'line'
  series: readonly Series[]
  /** The first, a middle and the last of them stand below: days. */
  labels: readonly string[]
  /** How the highest value is written: "50 份". */
  say: (value: number) => string
  /** The same numbers: a `Table`, opened by a tap. */
  table: ReactNode
}

/** Numbers over time: a heading, a sentence, a picture with its legend, and the same numbers as a table. */
export function Chart({ title, sentence, kind, series, labels, say, table }: ChartProps) {
  const [open, setOpen] = useState(false)
  const top = topOf(highestOf({ series, kind }))
  return (
    <Box className="k-card k-chart">
      <Heading level={2} className="k-h2">
        {title}
      </Heading>
      <Para className="k-text">{sentence}</Para>
      <Box className="k-chart-picture" aria={{ hidden: true }}>
        <Words className="k-chart-top">{say(top)}</Words>
        <Plot markup={drawn({ series, kind, top })} />
        <Box className="k-chart-labels">
          {ends(labels).map(label => (
            <Words key={label}>{label}</Words>
          ))}
        </Box>
      </Box>
      {series.length > 1 ? <Legend series={series} kind={kind} /> : null}
      <Tap
        className="k-chart-open"
        aria={{ expanded: open }}
        label={open ? `收起数字：${title}` : `看数字：${title}`}
        onTap={() => setOpen(!open)}
      >
        {open ? '收起数字' : '看数字'}
      </Tap>
      {open ? table : null}
    </Box>
  )
}

const ends = (labels: readonly string[]) =>
  labels.length < 4 ? labels : [labels[0], labels[Math.floor((labels.length - 1) / 2)], labels[labels.length - 1]]

const Legend = ({ series, kind }: Pick<ChartProps, 'series' | 'kind'>) => (
  <Box className="k-chart-legend" aria={{ hidden: true }}>
    {series.map((one, n) => (
      <Box key={one.name} className="k-chart-key">
        <Box
          className={kind === 'line' && n > 0 ? 'k-chart-mark k-chart-dashed' : 'k-chart-mark'}
          style={{ borderColor: CHART_COLOURS[one.tone] }}
        />
        <Words>{one.name}</Words>
      </Box>
    ))}
  </Box>
)
