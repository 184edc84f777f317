/** One row read by its columns: the cells of a meaning, and what they say about the person. */
import type { Field } from '../importing'
import { plain } from '../text'
import {
  type IdReading,
  type PhoneReading,
  type Repair,
  readBorn,
  readId,
  readLiving,
  readName,
  readPhones,
  readSex,
  saysNo,
  saysYes,
  tagWords,
} from './clean'
import type { Place } from './door'
import { type Cell, textOf } from './sheet'
import { tagOfTitle } from './titles'
import { tagOf } from './words'

/** How the columns of this file are read. `lossy`: a text file that a spreadsheet made. */
export interface Reading {
  columns: Field[]
  titles: string[]
  tags: string[]
  lossy: boolean
}

export interface Said {
  name: string
  id: IdReading
  phones: PhoneReading
  place: Place
  grid: string
  relation: string
  sex?: 'male' | 'female'
  /** null: something is written that no day can be told from. */
  born?: string | null
  living?: 'living' | 'away' | 'moved' | 'deceased'
  tags: string[]
  unknown: string[]
  note: string
  answer: string
  repairs: Repair[]
}

const at = (cells: Cell[], reading: Reading, field: Field): Cell | undefined => cells[reading.columns.indexOf(field)]
const words = (cells: Cell[], reading: Reading, field: Field) => textOf(at(cells, reading, field)).trim()

export const placeOf = (cells: Cell[], reading: Reading): Place => ({
  area: words(cells, reading, 'area'),
  building: words(cells, reading, 'building'),
  unit: words(cells, reading, 'unit'),
  room: words(cells, reading, 'room'),
  address: words(cells, reading, 'address'),
})

export function readRow(cells: Cell[], reading: Reading): Said {
  const { name, repairs } = readName(at(cells, reading, 'name'))
  const id = readId(at(cells, reading, 'idNumber'), reading.lossy)
  const phones = readPhones(several(cells, reading, 'phone').map(textOf).filter(Boolean).join('/'))
  const room = words(cells, reading, 'room')
  return {
    name,
    id,
    phones,
    place: placeOf(cells, reading),
    grid: words(cells, reading, 'grid'),
    relation: relationOf(words(cells, reading, 'relation')),
    sex: readSex(at(cells, reading, 'sex')),
    born: readBorn(at(cells, reading, 'born')),
    living: readLiving(at(cells, reading, 'living')),
    ...tagsOf(cells, reading),
    note: several(cells, reading, 'note').map(textOf).join(' ').trim().slice(0, 300),
    answer: words(cells, reading, 'answer'),
    repairs: [...repairs, ...id.repairs, ...phones.repairs, ...(/[\uFF10-\uFF19]/.test(room) ? (['room_full_width'] as const) : [])],
  }
}

const several = (cells: Cell[], reading: Reading, field: Field) => cells.filter((_, column) => reading.columns[column] === field)

/** 本人 in a household's list is its head; the rest as the office writes it. */
const relationOf = (text: string) => (/^(户主|本人|户主本人|家长)$/.test(plain(text)) ? '户主' : plain(text).slice(0, 20))

function tagsOf(cells: Cell[], reading: Reading): { tags: string[]; unknown: string[] } {
  const tags = new Set<string>()
  const unknown: string[] = []
  for (const [column, field] of reading.columns.entries()) {
    if (field !== 'tags') continue
    const own = tagOfTitle(reading.titles[column] ?? '', reading.tags)
    const cell = cells[column]
    if (own && (saysYes(cell) || saysNo(cell))) {
      if (saysYes(cell)) tags.add(own)
      continue
    }
    for (const word of tagWords(cell)) {
      const tag = tagOf(word, reading.tags) ?? (own && word.includes(own) ? own : undefined)
      if (tag) tags.add(tag)
      else if (!/政治面貌/.test(reading.titles[column] ?? '')) unknown.push(word)
    }
  }
  return { tags: [...tags], unknown }
}
