/** What registering asks, as it is typed; and free times in the five words people use. */
import type { InputOf } from '@domain'
import type { Skill } from '@domain/shifts/contract'
import { SKILLS } from '@domain/shifts/contract/base'
import { SLOTS } from '@domain/shifts/standing'
import { SKILL_WORDS } from '@domain/shifts/words'

export interface JoinForm {
  community: string
  communityName: string
  name: string
  born: string
  skills: Skill[]
  times: string[]
  contact: string
  contactPhone: string
  relation: string
}
export const EMPTY: JoinForm = {
  ...{ community: '', communityName: '', name: '', born: '', skills: [], times: [] },
  ...{ contact: '', contactPhone: '', relation: '' },
}

export const SKILL_OPTIONS = SKILLS.map(value => ({ value, label: SKILL_WORDS[value] }))

const days = (list: string, parts: string) => [...list].flatMap(day => [...parts].map(part => `${day}${part}`))
/** What people say of their week, each standing for parts of it. */
export const PRESETS: { value: string; label: string; slots: string[] }[] = [
  { value: 'mornings', label: '平时上午', slots: days('12345', 'm') },
  { value: 'afternoons', label: '平时下午', slots: days('12345', 'a') },
  { value: 'evenings', label: '晚上', slots: days('1234560', 'e') },
  { value: 'saturday', label: '周六白天', slots: days('6', 'ma') },
  { value: 'sunday', label: '周日白天', slots: days('0', 'ma') },
]
export const presetsIn = (times: readonly string[]) =>
  PRESETS.filter(({ slots }) => slots.every(slot => times.includes(slot))).map(({ value }) => value)
/** Free times after some of the five are tapped; what was set finer by hand stays. */
export function withPresets(times: readonly string[], chosen: readonly string[]): string[] {
  const off = PRESETS.filter(one => !chosen.includes(one.value) && presetsIn(times).includes(one.value)).flatMap(one => one.slots)
  const on = PRESETS.filter(one => chosen.includes(one.value)).flatMap(one => one.slots)
  return SLOTS.filter(slot => on.includes(slot) || (times.includes(slot) && !off.includes(slot)))
}

const PHONE = /^1[3-9]\d{9}$/
/** What is still missing, in a sentence; undefined when the form can go. `born`: the birthday is known already. */
export function missing(form: JoinForm, born: boolean): string | undefined {
  if (!form.community) return '先选您住的社区'
  if (!form.name.trim()) return '写一下怎么称呼您'
  if (!born && !form.born) return '填一下出生年月日'
  return missingContact(form)
}
export function missingContact({ contact, contactPhone, relation }: JoinForm): string | undefined {
  if (!contact.trim() && !contactPhone.trim()) return undefined
  if (!contact.trim()) return '写一下紧急联系人叫什么'
  if (!PHONE.test(contactPhone.trim())) return '紧急联系人的手机号是 11 位数字'
  return relation.trim() ? undefined : '写一下他是您的什么人'
}
export const contactOf = ({ contact, contactPhone, relation }: JoinForm) =>
  contact.trim() ? { emergency: { name: contact.trim(), phone: contactPhone.trim(), relation: relation.trim() } } : {}

/** The form as the server takes it. */
export const inputOf = (form: JoinForm): InputOf<'shifts.register'> => ({
  ...{ community: form.community, name: form.name.trim(), skills: form.skills, times: form.times },
  ...(form.born ? { born: form.born } : {}),
  ...contactOf(form),
})
