/** Volunteers of the demo community and shifts of their own, set up behind the screens. */
import type { ShiftForm } from '@domain/shifts/contract/plan'
import { asDemo, type Caller, caller } from './api'
import { enterByCode } from './enter'
import type { Person } from './person'
import type { Stage } from './stage'

export interface Helper {
  id: string
  name: string
  phone: string
  /** Their own session apart from the browser's. */
  api: Caller
}

export class Volunteers {
  private constructor(
    private readonly stage: Stage,
    readonly staff: Caller & { division: string },
  ) {}

  static open = async (stage: Stage) => new Volunteers(stage, await asDemo(stage.server.url, 'community'))

  /** Somebody who registered and was approved. */
  async helper(name: string, phone: string): Promise<Helper> {
    const { url } = this.stage.server
    const api = caller(url, await this.stage.server.session(phone))
    const { id } = await api.call('shifts.register', { community: this.staff.division, name, skills: [], times: [], born: '1962-03-04' })
    await this.staff.call('shifts.approve', { account: id })
    await this.stage.server.tick()
    return { id, name, phone, api }
  }

  /** With their phone in hand, at home. */
  async at(helper: Helper): Promise<Person> {
    const person = await this.stage.arrives()
    await enterByCode(person, this.stage.server, helper.phone)
    return person
  }

  /** A shift with one role. */
  async shift(title: string, day: string, [from, to]: [string, string], need: number, more: Partial<ShiftForm> = {}): Promise<string> {
    const form: ShiftForm = {
      ...{ kind: 'event', title, place: { name: '社区活动室' }, note: '', withdraw: 12, day, from, to },
      roles: [{ id: 'a', name: '帮忙', need }],
      ...more,
    }
    return (await this.staff.call('shifts.add_shift', { community: this.staff.division, form })).id
  }

  /** How somebody stands in a shift, as the lead sees it. */
  async stateOf(shift: string, helper: Helper): Promise<string | undefined> {
    const { people } = await this.staff.call('shifts.shift', { shift })
    return people?.find(one => one.account === helper.id)?.state
  }
  /** Everybody who has a seat in a shift. */
  async on(shift: string): Promise<string[]> {
    const { people } = await this.staff.call('shifts.shift', { shift })
    return (people ?? []).filter(one => one.state === 'on').map(one => one.name)
  }
}
