/** The administrative divisions: loaded from the published list, read by everybody who is signed in. */
import { notThere, refuse } from '../_kit/refuse'
import type { Operations } from '../_kit/serve'
import type { Store, Where } from '../_kit/store/port'
import type { DivisionDoc, Level } from './docs'

/** A row of the list: `code,name,level,parent`; the city's parent is ''. */
export interface DivisionRow {
  code: string
  name: string
  level: string
  parent: string
}
export interface Loaded {
  rows: number
  new: number
  renamed: { code: string; from: string; to: string }[]
  unchanged: number
}

const LENGTHS: { [level: string]: number } = { city: 4, district: 6, street: 9, community: 12 }

/** Says what is wrong with a list of divisions, or nothing. Refuses people.divisions_wrong with the first row that is. */
function check(rows: DivisionRow[]) {
  const codes = new Set(rows.map(row => row.code))
  for (const [at, { code, name, level, parent }] of rows.entries()) {
    const fits = /^\d+$/.test(code) && code.length === LENGTHS[level] && name.trim() !== ''
    const nests = level === 'city' ? parent === '' : code.startsWith(parent) && parent.length < code.length
    if (!fits || !nests) throw refuse('people.divisions_wrong', `第 ${at + 2} 行不对：代码、名称、级别和上级要对得上`)
  }
  if (codes.size < rows.length) throw refuse('people.divisions_wrong', '有的区划代码出现了两次')
}

/** Loads a list of divisions. Loading it again changes nothing; another name for a code is a renaming. What the list leaves out stays. `dry` only says what would change. */
export async function loadDivisions(store: Store, rows: DivisionRow[], dry = false): Promise<Loaded> {
  check(rows)
  const known = new Map((await allDivisions(store)).map(doc => [doc._id, doc]))
  const merged = new Map(known)
  for (const { code, name, level, parent } of rows)
    merged.set(code, { _id: code, name: name.trim(), level: level as Level, parent, children: 0 })
  const children = new Map<string, number>()
  for (const doc of merged.values()) children.set(doc.parent, (children.get(doc.parent) ?? 0) + 1)
  const docs = [...merged.values()].map(doc => ({ ...doc, children: children.get(doc._id) ?? 0 }))
  const changed = docs.filter(doc => JSON.stringify(doc) !== JSON.stringify(known.get(doc._id)))
  if (changed.length > 0 && !dry) await store.load('divisions', changed)
  return report(rows, known)
}

function report(rows: DivisionRow[], known: Map<string, DivisionDoc>): Loaded {
  const fresh = rows.filter(row => !known.has(row.code)).length
  const renamed = rows.flatMap(({ code, name }) => {
    const from = known.get(code)?.name
    return from !== undefined && from !== name.trim() ? [{ code, from, to: name.trim() }] : []
  })
  return { rows: rows.length, new: fresh, renamed, unchanged: rows.length - fresh - renamed.length }
}

async function allDivisions(store: Pick<Store, 'find'>): Promise<DivisionDoc[]> {
  const all: DivisionDoc[] = []
  let after: string | undefined
  do {
    const page = await store.find<DivisionDoc>('divisions', { where: {}, limit: 1000, after })
    all.push(...page.items)
    after = page.after
  } while (after)
  return all
}

/** The names from the city down to a division, the grid's last. Empty when it is not known. */
export async function placeOf(store: Pick<Store, 'get'>, code: string): Promise<string[]> {
  const codes = [4, 6, 9, 12].filter(length => length <= code.length).map(length => code.slice(0, length))
  const found = await Promise.all([
    ...codes.map(one => store.get<DivisionDoc>('divisions', one)),
    ...(code.length === 15 ? [store.get<DivisionDoc>('grids', code)] : []),
  ])
  return found.flatMap(doc => (doc ? [doc.name] : []))
}

/** The communities inside a division; itself when it is one or lies in one. */
export async function communitiesIn(store: Pick<Store, 'find'>, division: string): Promise<string[]> {
  if (division.length >= 12) return [division.slice(0, 12)]
  const codes: string[] = []
  let after: string | undefined
  do {
    const page = await store.find('divisions', { where: { level: 'community', _id: { prefix: division } }, limit: 1000, after })
    codes.push(...page.items.map(doc => doc._id))
    after = page.after
  } while (after)
  return codes
}

export const divisions: Pick<Operations<'people'>, 'divisions' | 'place'> = {
  async divisions(context, { parent, after }) {
    const where: Where = parent === undefined ? { level: 'city' } : { parent }
    const page = await context.system.find<DivisionDoc>('divisions', { where, limit: 300, after })
    const items = page.items.map(({ _id, name, level, children }) => ({ code: _id, name, level, children: children ?? 0 }))
    return { items, ...(page.after ? { after: page.after } : {}) }
  },
  async place(context, { division }) {
    const names = await placeOf(context.system, division)
    if (names.length === 0) throw notThere('people', '这个地方')
    return { names }
  },
}
