import type { signing as declared } from '@domain/shifts/contract/signing'
import type { Operations } from '../../_kit/serve'
import { asked, signupHistory } from './asked'
import { askCover, takeCover } from './cover'
import { dialLead } from './dial'
import { open, openShift } from './find'
import { decideAsked, putIn, takeOut } from './lead'
import { myShifts } from './mine'
import { answerCompanion, askCompanion, companions } from './pairs'
import { rules, saveRules, tryRules } from './rules'
import { signUp } from './signup'
import { swapAnswer, swapAsk, swapCancel } from './swap'
import { swapChoices } from './swaps'
import { answerOffer, withdraw } from './withdraw'

export const operations: Pick<Operations<'shifts'>, keyof typeof declared> = {
  companions,
  ask_companion: askCompanion,
  answer_companion: answerCompanion,
  rules,
  save_rules: saveRules,
  try_rules: tryRules,
  open,
  open_shift: openShift,
  dial_lead: dialLead,
  sign_up: signUp,
  answer_offer: answerOffer,
  withdraw,
  my_shifts: myShifts,
  asked,
  decide: decideAsked,
  put_in: putIn,
  take_out: takeOut,
  swap_choices: swapChoices,
  swap_ask: swapAsk,
  swap_answer: swapAnswer,
  swap_cancel: swapCancel,
  ask_cover: askCover,
  take_cover: takeCover,
  signup_history: signupHistory,
}
