/** A whole roster judged row by row: who is taken, what was repaired, what a person must say. The store is not known here. */

import type { Door } from '../address'
import type { Mapping } from '../importing'
import { carried, type Gaps, gapsOf } from './carry'
import { type Repair, saysNothing } from './clean'
import { doorKey, doorOf, type Place } from './door'
import { titlesAt } from './head'
import type { Decision, Note } from './kinds'
import { isRare } from './rare'
import { type Reading, readRow, type Said } from './row'
import { shapeOf } from './shape'
import { type Cell, isBlank, type Sheet } from './sheet'

/** Somebody the roster tells of, as far as it is certain. */
export interface Person {
  /** Excel's row number. */
  row: number
  door: string
  name: string
  idNumber?: string
  /** The number as written could not be taken: who this is must be found by the name. */
  idDoubtful: boolean
  born?: string
  sex?: 'male' | 'female'
  phones: string[]
  /** One of the numbers could not be taken: the known ones stay beside these. */
  phonesDoubtful: boolean
  relation: string
  living?: Said['living']
  tags: string[]
  note: string
  /** Somebody wrote beside the question that this is where they live. */
  here: boolean
}

export interface Home {
  row: number
  door: Door
  key: string
  grid: string
  /** Taken even when nobody of it is: an empty home, or one whose person waits for a name. */
  stands: boolean
}

export interface Judged {
  /** People's rows, repeats and blanks between them included. */
  rows: number
  homes: Map<string, Home>
  people: Person[]
  /** People whose earlier row stands at another door: the store may know that this one is right. */
  elsewhere: { person: Person; home: Home; earlier: Person }[]
  decisions: { kind: Decision; row: number }[]
  repairs: Map<Repair, number>
  notes: Map<Note, number>
  /** The address of a row as it counts, where it was carried down: the decisions workbook stands alone. */
  places: Map<number, Place>
}

export interface About {
  /** The tags' names there are. */
  tags: string[]
  /** The community's own names. */
  here: string[]
  lossy: boolean
}

/** Judges the rows under the head. Yields the share that is done (0 to 1) every `slice` rows, so that a server can do something else in between. */
export function* judging(sheet: Sheet, mapping: Mapping, about: About, slice = 500): Generator<number, Judged> {
  const reading: Reading = { columns: mapping.columns, titles: titlesAt(sheet, mapping.head), tags: about.tags, lossy: about.lossy }
  const court = new Court(reading, about, gapsOf(sheet.rows.slice(mapping.head + 1), reading))
  for (let at = mapping.head + 1; at < sheet.rows.length; at++) {
    court.hear(sheet.rows[at] ?? [], at + 1)
    if (at % slice === 0) yield at / sheet.rows.length
  }
  return court.judged
}

/** Judges a roster in one go. */
export function judge(sheet: Sheet, mapping: Mapping, about: About): Judged {
  const rows = judging(sheet, mapping, about)
  for (;;) {
    const next = rows.next()
    if (next.done) return next.value
  }
}

/** Keeps what earlier rows said while the later ones are read. */
class Court {
  readonly judged: Judged = {
    rows: 0,
    homes: new Map(),
    people: [],
    elsewhere: [],
    decisions: [],
    repairs: new Map(),
    notes: new Map(),
    places: new Map(),
  }
  private above: Place | null = null
  private grid = ''
  /** Blank rows count only once a person's row follows. */
  private blanks = 0
  private byId = new Map<string, Person>()
  private byName = new Map<string, Person[]>()

  constructor(
    private reading: Reading,
    private about: About,
    private gaps: Gaps,
  ) {}

  hear(cells: Cell[], row: number) {
    const shape = shapeOf(cells, this.reading)
    if (shape === 'else') return
    if (shape === 'blank') {
      this.blanks++
      this.above = isBlank(cells) ? null : this.above
      return
    }
    this.judged.rows += 1 + this.blanks
    this.note('blank_row', this.blanks)
    this.blanks = 0
    this.person(readRow(cells, this.reading), row)
  }

  private person(said: Said, row: number) {
    const place = carried(said.place, this.above, said.relation, this.gaps)
    const fresh = place.building === said.place.building && place.room === said.place.room && place.address === said.place.address
    if (!fresh) this.judged.places.set(row, place)
    this.above = place
    this.grid = said.grid || this.grid
    if (/不住|删|重复|不用|不要|不登记|不是/.test(said.answer)) return this.note('put_aside')
    const door = doorOf(place, this.about.here)
    if (!door || door === 'unclear') return this.decide(said.name && !saysNothing(said.name) ? 'address_missing' : 'name_missing', row)
    const home: Home = { row, door, key: doorKey(door), grid: said.grid || this.grid, stands: false }
    if (!said.name || saysNothing(said.name)) return this.nameless(said, home)
    const person = personOf(said, home.key, row)
    const twin = this.twin(person)
    if (twin === 'elsewhere') return this.wait(person, home)
    if (twin === 'unsure') return this.decide('maybe_repeated', row)
    if (twin) {
      this.note('row_repeated')
      join(twin, person)
      if (twin.idNumber) this.byId.set(twin.idNumber, twin)
      return
    }
    this.take(said, person, home)
  }

  /** Somebody without a name waits, the door does not; a row that tells nobody is an empty home. */
  private nameless(said: Said, home: Home) {
    this.keep({ ...home, stands: true })
    const somebody = said.relation || said.sex || said.born || said.id.number || said.id.decision || said.phones.phones.length > 0
    if (somebody) this.decide('name_missing', home.row)
    else this.note('empty_home')
  }

  /** The earlier row about the same person: here (a repeat), at another door, or perhaps. */
  private twin(person: Person): Person | 'elsewhere' | 'unsure' | undefined {
    const same = person.idNumber === undefined ? undefined : this.byId.get(person.idNumber)
    if (same && same.name === person.name) return same.door === person.door ? same : 'elsewhere'
    if (same) {
      this.decide('id_used_twice', person.row)
      Object.assign(person, { idNumber: undefined, idDoubtful: true, born: undefined })
    }
    const others = (this.byName.get(`${person.door}|${person.name}`) ?? []).filter(other => mayBe(other, person))
    if (others.length === 0) return undefined
    const sure = others.length === 1 && (!person.relation || !others[0].relation || person.relation === others[0].relation)
    return sure ? others[0] : 'unsure'
  }

  private take(said: Said, person: Person, home: Home) {
    this.keep(home)
    this.judged.people.push(person)
    if (person.idNumber) this.byId.set(person.idNumber, person)
    const key = `${person.door}|${person.name}`
    this.byName.set(key, [...(this.byName.get(key) ?? []), person])
    for (const repair of said.repairs) this.judged.repairs.set(repair, (this.judged.repairs.get(repair) ?? 0) + 1)
    if (said.id.decision) this.decide(said.id.decision, person.row)
    if (said.phones.decision) this.decide(said.phones.decision, person.row)
    for (const note of notesOn(said, this.reading)) this.note(note)
  }

  private keep(home: Home) {
    const known = this.judged.homes.get(home.key)
    if (!known) this.judged.homes.set(home.key, home)
    else Object.assign(known, { grid: known.grid || home.grid, stands: known.stands || home.stands })
  }

  private wait(person: Person, home: Home) {
    const earlier = this.byId.get(person.idNumber ?? '')
    if (earlier) this.judged.elsewhere.push({ person, home, earlier })
    this.decide('person_in_two_households', person.row)
  }

  private decide(kind: Decision, row: number) {
    this.judged.decisions.push({ kind, row })
  }

  private note(kind: Note, by = 1) {
    if (by) this.judged.notes.set(kind, (this.judged.notes.get(kind) ?? 0) + by)
  }
}

/** What the ID number says counts before what was typed beside it. */
function personOf(said: Said, door: string, row: number): Person {
  return {
    row,
    door,
    name: said.name,
    ...(said.id.number ? { idNumber: said.id.number } : {}),
    idDoubtful: said.id.decision !== undefined,
    born: said.id.born ?? said.born ?? undefined,
    sex: said.id.sex ?? said.sex,
    phones: said.phones.phones,
    phonesDoubtful: said.phones.decision !== undefined,
    relation: said.relation,
    living: said.living,
    tags: said.tags,
    note: said.note,
    here: /住(在)?这|搬|是/.test(said.answer),
  }
}

/** Nothing speaks against two rows of one name at one door being one person. */
const mayBe = (a: Person, b: Person) =>
  !(a.idNumber && b.idNumber && a.idNumber !== b.idNumber) &&
  !(a.born && b.born && a.born !== b.born) &&
  !(a.sex && b.sex && a.sex !== b.sex)

/** A repeated row fills what the first left open; it takes nothing away. */
function join(first: Person, again: Person) {
  first.idNumber ??= again.idNumber
  first.born ??= again.born
  first.sex ??= again.sex
  first.phones = [...new Set([...first.phones, ...again.phones])].slice(0, 4)
  first.tags = [...new Set([...first.tags, ...again.tags])]
  first.note ||= again.note
}

function notesOn(said: Said, reading: Reading): Note[] {
  const missing = reading.columns.includes('idNumber') && !said.id.number && !said.id.decision
  return [
    ...(missing ? (['id_missing'] as const) : []),
    ...(isRare(said.name) ? (['rare_character_name'] as const) : []),
    ...(said.name.includes('·') ? (['name_with_middle_dot'] as const) : []),
    ...(said.id.sex && said.sex && said.id.sex !== said.sex ? (['sex_differs'] as const) : []),
    ...(said.id.born && said.born && said.id.born !== said.born ? (['born_differs'] as const) : []),
    ...(said.born === null && !said.id.born ? (['born_unread'] as const) : []),
    ...(said.unknown.length ? (['tag_unknown'] as const) : []),
  ]
}
