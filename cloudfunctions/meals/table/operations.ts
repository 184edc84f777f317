import type { table as declared } from '@domain/meals/contract/table'
import type { Operations } from '../../_kit/serve'
import { donate, donations, take_back_donation, thanks } from './donations'
import { answer_party, attend, invite, parties } from './guests'
import { birthday, set_birthday } from './keeping'
import { add_note, end_note, notes, read_note } from './notes'
import { cancel_party, party, set_party, set_party_rules } from './party'
import { feedback, rate } from './rate'

/** Around the table: ratings, birthdays and their party, notes, donations. */
export const table: Pick<Operations<'meals'>, keyof typeof declared> = {
  ...{ rate, feedback, birthday, set_birthday },
  ...{ party, set_party, set_party_rules, cancel_party, invite, parties, answer_party, attend },
  ...{ notes, add_note, read_note, end_note },
  ...{ donations, donate, take_back_donation, thanks },
}
