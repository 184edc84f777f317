import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '@domain/people/importing'
import { mappingOf } from '@domain/people/roster/head'
import { judge } from '@domain/people/roster/judge'
import { DECISIONS, NOTES, REPAIRS } from '@domain/people/roster/kinds'
import { KINDS } from '@domain/people/tags'
import { readWorkbook } from './read'

const FOLDER = join(__dirname, '../../../../shared/data/rosters')
const BOOK = join(FOLDER, '和平新村社区-居民台账.xlsx')
const told = existsSync(BOOK)
if (!told) console.warn(`SKIPPED: the sample roster is not there (${'../shared/data/rosters'}); what is wrong in it was not counted`)

interface Expected {
  households: number
  people: number
  rows: number
  problems: { [kind: string]: number }
}

;(told ? test : test.skip)(
  'the sample roster of ../shared: everything that is wrong in it is accounted for, by kind and exactly',
  async () => {
    const expected = JSON.parse(readFileSync(join(FOLDER, '和平新村社区-expected.json'), 'utf8')) as Expected
    const { sheets, lossy } = await readWorkbook(readFileSync(BOOK))
    const tags = KINDS.map(kind => kind.name)
    const mapping = mappingOf(sheets, tags)
    if (!mapping) throw new Error('no people found')
    const judged = judge(sheets[mapping.sheet], mapping, { tags, here: ['和平新村社区'], lossy })
    const counts: { [kind: string]: number } = { ...Object.fromEntries(judged.repairs), ...Object.fromEntries(judged.notes) }
    for (const { kind } of judged.decisions) counts[kind] = (counts[kind] ?? 0) + 1
    expect(counts).toEqual(expected.problems)
    expect(judged).toMatchObject({ rows: expected.rows, homes: { size: expected.households } })
    // the nameless wait: they are people all the same
    expect(judged.people.length + counts.name_missing).toBe(expected.people)
    expect(whereEach(judged.decisions, counts)).toEqual([])
  },
)

/** Kinds that are told in the wrong place. */
function whereEach(decisions: Report['decisions'], counts: { [kind: string]: number }): string[] {
  return Object.keys(counts).filter(kind => {
    const places = [kind in DECISIONS, kind in REPAIRS, kind in NOTES].filter(Boolean).length
    return places !== 1 || kind in DECISIONS !== decisions.some(one => one.kind === kind)
  })
}
