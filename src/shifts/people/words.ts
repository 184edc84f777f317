/** Words of the list of volunteers. */
import type { VolunteerCard } from '@domain/shifts/contract/volunteer'
import { STATE_WORDS, type VolunteerState } from '@domain/shifts/standing'
import { SKILL_WORDS } from '@domain/shifts/words'
import type { Tone } from '@/ui'

export const STATE_TONES: { [state in VolunteerState]: Tone } = {
  ...{ waiting: 'info', active: 'ok', paused: 'warn', lapsed: 'warn', left: 'plain', declined: 'plain' },
}
export const stateWord = (state: VolunteerState) => STATE_WORDS[state]
export const skillWords = (skills: VolunteerCard['skills']) => skills.map(one => SKILL_WORDS[one]).join('、') || '没说'
/** '72 岁 · 做饭、切配 · 九大妈' */
export const sayCard = ({ age, skills, teams }: VolunteerCard) =>
  [age === undefined ? '' : `${age} 岁`, skillWords(skills), teams.map(one => one.name).join('、')].filter(Boolean).join(' · ')
