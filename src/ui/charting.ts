/** Drawing numbers over time: plain SVG as text, so that H5 and WeChat draw the same. Labels are not in it: words are set beside it, in the text size. */

/** accent red, ok green, sand, info blue: told apart in grey too, and named in the legend. */
export type ChartTone = 'accent' | 'ok' | 'sand' | 'info'
export const CHART_COLOURS: { [T in ChartTone]: string } = { accent: '#B93A17', ok: '#2B6A3D', sand: '#C9A45A', info: '#1C5E9E' }
const LINE = '#E6DFD4'

export interface Series {
  name: string
  tone: ChartTone
  values: readonly number[]
}
export interface Drawing {
  series: readonly Series[]
  /** stack: one column a point, the series on top of each other; line: one line a series. */
  kind: 'stack' | 'line'
  /** The highest value of the picture. */
  top: number
}
/** The picture's own measure; it is stretched to the place it has. */
export const [WIDE, HIGH] = [1000, 300]
const GAP = 0.28

/** A round number at or above the highest value: 1, 2, 5, 10, 20, 50 ... */
export function topOf(highest: number): number {
  if (highest <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(highest))
  return [1, 2, 3, 4, 5, 6, 8, 10].map(times => times * power).find(one => one >= highest) ?? highest
}

/** The highest column or point. */
export function highestOf({ series, kind }: Pick<Drawing, 'series' | 'kind'>): number {
  const many = Math.max(0, ...series.map(one => one.values.length))
  const at = (n: number) => series.map(one => one.values[n] ?? 0)
  const each = Array.from({ length: many }, (_, n) => (kind === 'stack' ? at(n).reduce((a, b) => a + b, 0) : Math.max(...at(n))))
  return Math.max(0, ...each)
}

const short = (n: number) => String(Math.round(n * 10) / 10)
const rules = [0, 0.5, 1].map(
  part =>
    `<line x1="0" x2="${WIDE}" y1="${part * HIGH}" y2="${part * HIGH}" stroke="${LINE}" stroke-width="1" vector-effect="non-scaling-stroke"/>`,
)

/** The markup inside an <svg viewBox="0 0 WIDE HIGH" preserveAspectRatio="none">. */
export const drawn = (drawing: Drawing): string => rules.join('') + (drawing.kind === 'stack' ? columns(drawing) : lines(drawing))

function columns({ series, top }: Drawing): string {
  const many = Math.max(1, ...series.map(one => one.values.length))
  const step = WIDE / many
  const wide = Math.min(step * (1 - GAP), 90)
  const below = Array.from({ length: many }, () => 0)
  return series
    .flatMap(({ tone, values }) =>
      values.map((value, n) => {
        const height = (value / top) * HIGH
        below[n] += height
        const x = n * step + (step - wide) / 2
        return value > 0
          ? `<rect x="${short(x)}" y="${short(HIGH - below[n])}" width="${short(wide)}" height="${short(height)}" fill="${CHART_COLOURS[tone]}"/>`
          : ''
      }),
    )
    .join('')
}

/** The later series is dashed, so that two lines are told apart without their colours. */
function lines({ series, top }: Drawing): string {
  return series
    .map(({ tone, values }, at) => {
      const step = WIDE / Math.max(1, values.length)
      const points = values.map((value, n) => `${short((n + 0.5) * step)},${short(HIGH - (value / top) * HIGH)}`).join(' ')
      const dash = at > 0 ? ' stroke-dasharray="8 6"' : ''
      return `<polyline points="${points}" fill="none" stroke="${CHART_COLOURS[tone]}" stroke-width="3" stroke-linejoin="round" vector-effect="non-scaling-stroke"${dash}/>`
    })
    .join('')
}
