/** How many households a grid should have: the city's standard for drawing grids (old compounds, managed compounds, villages). */
export type GridKind = 'old' | 'managed' | 'village'

/** Households, from and to. A village grid is "about 50": a third either way is taken as about. */
export const STANDARD: Record<GridKind, { name: string; from: number; to: number; said: string }> = {
  old: { name: '老旧小区', from: 200, to: 300, said: '200 到 300 户' },
  managed: { name: '物业小区', from: 300, to: 500, said: '300 到 500 户' },
  village: { name: '村', from: 34, to: 66, said: '50 户左右' },
}

/** What to say about a grid's size; undefined when it fits, or while the grid is still empty. */
export function sizeWarning(kind: GridKind, households: number): string | undefined {
  const { name, from, to, said } = STANDARD[kind]
  if (households === 0 || (households >= from && households <= to)) return undefined
  return `现在 ${households} 户，${name}的网格一般 ${said}，${households > to ? '可以分出几栋楼' : '可以并进几栋楼'}`
}
