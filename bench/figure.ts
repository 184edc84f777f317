/** How every bench reports: a table for a person, or one JSON line a figure. */
export interface Figure {
  name: string
  ours: number
  baseline: number
  /** ours / baseline. */
  ratio: number
  unit: string
}

export const figure = (name: string, unit: string, ours: number, baseline: number): Figure => ({
  ...{ name, ours: Math.round(ours), baseline: Math.round(baseline), ratio: Number((ours / baseline).toFixed(3)), unit },
})

export const median = (list: number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]

export function print(figures: Figure[], json: boolean): void {
  if (json) for (const it of figures) console.log(JSON.stringify(it))
  else console.table(Object.fromEntries(figures.map(({ name, ...rest }) => [name, rest])))
}
