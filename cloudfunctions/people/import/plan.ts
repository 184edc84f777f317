/** What an import would do to the registry, household by household. Nothing is written here and nothing sealed. */
import type { PersonForm } from '@domain/people/contract'
import type { Report } from '@domain/people/importing'
import { gridOf } from '@domain/people/roster/grids'
import type { Home, Judged, Person } from '@domain/people/roster/judge'
import type { Decision, Note } from '@domain/people/roster/kinds'
import { type Asked, type Match, match } from '@domain/people/roster/match'
import type { Secrets } from '../../_kit/context'
import type { HouseholdDoc } from '../docs'
import { doorId, emptyHousehold } from '../doors'
import { blindIdNumber, blindPhone } from '../person'
import { wasReplaced } from '../replaced'
import { breathe, type Registered, type Registry } from './registry'

/** What the roster says of one resident that the registry does not know yet. */
export interface News {
  row: number
  known?: Registered
  /** From another household, on somebody's word. */
  moved: boolean
  form: Partial<PersonForm>
  /** Codes to be set from today on. */
  tags: string[]
}

/** One household's part of the import; written in one transaction, or not at all. */
export interface Settling {
  household: HouseholdDoc
  fresh: boolean
  reopen: boolean
  people: News[]
}

export interface Plan {
  settlings: Settling[]
  grids: { _id: string; name: string }[]
  report: Report
}

export interface Asking {
  judged: Judged
  registry: Registry
  secrets: Secrets
  today: string
  roles: string[]
}

export async function planOf(asking: Asking): Promise<Plan> {
  const planner = new Planner(asking)
  return planner.plan()
}

class Planner {
  private decisions: { kind: Decision; row: number }[]
  private notes: Map<Note, number>
  private ids = new Map<string, string>()
  private grids = new Map<string, string>()
  private counts = { households: { new: 0, changed: 0, unchanged: 0 }, residents: { new: 0, changed: 0, unchanged: 0 } }

  constructor(private asking: Asking) {
    this.decisions = [...asking.judged.decisions]
    this.notes = new Map(asking.judged.notes)
  }

  async plan(): Promise<Plan> {
    const { judged, registry } = this.asking
    for (const [key, { door }] of judged.homes) this.ids.set(key, this.householdId(door))
    const people = this.preferred()
    const byRow = new Map(people.map(person => [person.row, person]))
    const matches = match(await this.asked(people), registry.residents)
    const groups = new Map<string, [Person, Match<Registered>][]>()
    for (const [row, found] of matches) {
      const person = byRow.get(row) as Person
      if (found.to === 'wait') this.decisions.push({ kind: found.why, row })
      else groups.set(person.door, [...(groups.get(person.door) ?? []), [person, found]])
    }
    const settlings: Settling[] = []
    for (const home of judged.homes.values()) {
      const group = groups.get(home.key) ?? []
      if (group.length === 0 && !home.stands) continue
      settlings.push(this.settling(home, group))
      if (settlings.length % 500 === 0) await breathe()
    }
    return { settlings, grids: [...this.grids].map(([_id, name]) => ({ _id, name })), report: this.report() }
  }

  /** Where one person stands at two doors and the registry knows them at the second, the first row is the question. */
  private preferred(): Person[] {
    const { judged, registry, secrets } = this.asking
    const current = new Map(registry.residents.filter(one => one.current && one.idBlind).map(one => [one.idBlind, one.household]))
    const people = new Set(judged.people)
    for (const { person, home, earlier } of judged.elsewhere) {
      const known = current.get(blindIdNumber(secrets, person.idNumber ?? ''))
      if (!known || known !== this.householdId(home.door) || !people.delete(earlier)) continue
      people.add(person)
      if (!judged.homes.has(home.key)) judged.homes.set(home.key, home)
      this.ids.set(home.key, known)
      this.decisions = this.decisions.map(one =>
        one.row === person.row && one.kind === 'person_in_two_households' ? { ...one, row: earlier.row } : one,
      )
    }
    return [...people]
  }

  private householdId(door: Home['door']): string {
    const id = doorId(this.asking.registry.community, door)
    return this.asking.registry.households.get(id)?._id ?? id
  }

  private async asked(people: Person[]): Promise<Asked[]> {
    const asked: Asked[] = []
    for (const { row, door, name, idNumber, born, sex, relation, here } of people) {
      const blind = idNumber === undefined ? {} : { blind: blindIdNumber(this.asking.secrets, idNumber) }
      asked.push({ row, household: this.ids.get(door) ?? door, name, ...blind, born, sex, relation, here })
      if (asked.length % 2000 === 0) await breathe()
    }
    return asked
  }

  private settling(home: Home, group: [Person, Match<Registered>][]): Settling {
    const { registry } = this.asking
    const known = registry.households.get(doorId(registry.community, home.door)) ?? this.formerly(home, group)
    const household = known ?? emptyHousehold(this.gridFor(home), home.door)
    const people = group.flatMap(([person, found]) => this.news(person, found))
    const joins = people.some(one => !one.known || one.moved)
    this.counts.households[known ? (joins || known.ended ? 'changed' : 'unchanged') : 'new']++
    if (known && home.grid && !known.ended && this.gridNamed(home.grid) !== known.grid) this.note('grid_differs')
    return { household, fresh: !known, reopen: known?.ended !== undefined && group.length > 0, people }
  }

  /** The household whose address a hand has corrected since: the roster still has it at its first door, with people who are known in it. */
  private formerly(home: Home, group: [Person, Match<Registered>][]): HouseholdDoc | undefined {
    const { registry } = this.asking
    this.byId ??= new Map([...registry.households.values()].map(one => [one._id, one]))
    const there = this.byId.get(doorId(registry.community, home.door))
    const itsOwn = group.length === 0 || group.some(([, found]) => found.to === 'same' && found.known.household === there?._id)
    if (!there || !itsOwn) return undefined
    this.note('kept_by_hand')
    return there
  }
  private byId?: Map<string, HouseholdDoc>

  /** The roster's grid; else that of the building's other households; else the community's first. */
  private gridFor(home: Home): string {
    const { registry } = this.asking
    const said = home.grid ? this.gridNamed(home.grid) : null
    const neighbours = said ? null : this.neighbours(home.door.building)
    if (!said && !neighbours) this.note('grid_assumed')
    const grid = said ?? neighbours ?? registry.grids.map(one => one._id).sort()[0] ?? `${registry.community}001`
    if (!registry.grids.some(one => one._id === grid) && !this.grids.has(grid)) {
      this.grids.set(grid, /^\D/.test(home.grid) && !/\d/.test(home.grid) ? home.grid.slice(0, 30) : `第${Number(grid.slice(12))}网格`)
      this.note('grid_made')
    }
    return grid
  }

  private gridNamed(text: string): string {
    const { registry } = this.asking
    const made = [...this.grids].map(([_id, name]) => ({ _id, name }))
    return gridOf(text, registry.community, [...registry.grids, ...made]) ?? this.nextGrid()
  }

  private nextGrid(): string {
    const used = [...this.asking.registry.grids.map(one => one._id), ...this.grids.keys()].map(one => Number(one.slice(12)))
    return this.asking.registry.community + String(Math.max(0, ...used) + 1).padStart(3, '0')
  }

  private buildings?: Map<string, string>
  private neighbours(building: string): string | null {
    this.buildings ??= new Map(
      [...this.asking.registry.households.values()].filter(one => !one.ended).map(one => [one.address.building, one.grid]),
    )
    return this.buildings.get(building) ?? null
  }

  private news(person: Person, found: Match<Registered>): News[] {
    if (found.to === 'wait') return []
    const known = found.to === 'new' ? undefined : found.known
    const number = found.to === 'same' && found.doubt ? undefined : person.idNumber
    if (found.to === 'same' && found.doubt) this.decisions.push({ kind: found.doubt, row: person.row })
    const [form, tags] = known ? this.unlessByHand(person, known, number) : [whole(person, number), this.tags(person, known)]
    const moved = found.to === 'move'
    if (!known) this.counts.residents.new++
    else this.counts.residents[moved || tags.length > 0 || Object.keys(form).length > 0 ? 'changed' : 'unchanged']++
    return known && !moved && tags.length === 0 && Object.keys(form).length === 0 ? [] : [{ row: person.row, known, moved, form, tags }]
  }

  /** The changes, without those that would bring back what a hand has replaced or ended since. */
  private unlessByHand(person: Person, known: Registered, number: string | undefined): [Partial<PersonForm>, string[]] {
    const { secrets, today } = this.asking
    const form = this.changes(person, known, number)
    const fields = Object.keys(form) as (keyof PersonForm)[]
    const old = fields.filter(field => wasReplaced(secrets, known, field, field === 'phones' ? person.phones : form[field]))
    for (const field of old) delete form[field]
    const codes = this.tags(person, known)
    const ended = codes.filter(code => known.tags.some(tag => tag.code === code && tag.until !== undefined && tag.until < today))
    if (old.length + ended.length > 0 || person.name !== known.name) this.note('kept_by_hand')
    return [form, codes.filter(code => !ended.includes(code))]
  }

  /** What the roster says differently. An empty cell says nothing; what an ID number says is not overruled by a cell. */
  private changes(person: Person, known: Registered, number: string | undefined): Partial<PersonForm> {
    const certain = number !== undefined || known.idBlind === undefined
    return {
      ...(number !== undefined && known.idBlind === undefined ? { idNumber: number } : {}),
      ...(person.born && person.born !== known.born && certain ? { born: person.born } : {}),
      ...(person.sex && person.sex !== known.sex && certain ? { sex: person.sex } : {}),
      ...this.phones(person, known),
      ...(person.relation && person.relation !== known.relation ? { relation: person.relation } : {}),
      ...(person.living && person.living !== known.living ? { living: person.living } : {}),
      ...(person.note && person.note !== known.note ? { note: person.note } : {}),
    }
  }

  /** Other numbers take the place of the known ones, unless one in the cell could not be read: then they stand beside. */
  private phones(person: Person, known: Registered): Partial<PersonForm> {
    const { secrets } = this.asking
    const blinds = person.phones.map(phone => blindPhone(secrets, phone))
    if (
      blinds.every(blind => known.phoneBlinds.includes(blind)) &&
      (person.phonesDoubtful || blinds.length === 0 || blinds.length === known.phoneBlinds.length)
    )
      return {}
    if (!person.phonesDoubtful) return { phones: person.phones }
    const kept = known.phones.map((sealed, at) => secrets.open(sealed, { collection: 'residents', id: known._id, field: `phones.${at}` }))
    return { phones: [...new Set([...kept, ...person.phones])].slice(0, 4) }
  }

  /** Codes that are not held today and that whoever imports may set. */
  private tags(person: Person, known: Registered | undefined): string[] {
    const { registry, roles, today } = this.asking
    const held = (known?.tags ?? []).filter(tag => (tag.until ?? '9999') >= today).map(tag => tag.code)
    const wanted = registry.kinds.filter(kind => person.tags.includes(kind.name) && !held.includes(kind.code))
    const mine = wanted.filter(kind => kind.set.some(role => roles.includes(role)))
    if (mine.length < wanted.length) this.note('tag_not_yours')
    return mine.map(kind => kind.code)
  }

  private note(kind: Note) {
    this.notes.set(kind, (this.notes.get(kind) ?? 0) + 1)
  }

  private report(): Report {
    const { judged } = this.asking
    return {
      rows: judged.rows,
      ...this.counts,
      decisions: this.decisions.sort((a, b) => a.row - b.row),
      repairs: Object.fromEntries(judged.repairs),
      notes: Object.fromEntries(this.notes),
    }
  }
}

const whole = (person: Person, number: string | undefined): Partial<PersonForm> => ({
  name: person.name,
  ...(person.sex ? { sex: person.sex } : {}),
  ...(person.born ? { born: person.born } : {}),
  ...(number ? { idNumber: number } : {}),
  phones: person.phones,
  relation: person.relation,
  living: person.living ?? 'living',
  ...(person.note ? { note: person.note } : {}),
})
