/** Who volunteers in the demo community: the kitchen mothers, watchers, repairers. Phones of the range 1990000 are nobody's. */
import type { InputOf } from '@domain'
import type { Skill } from '@domain/shifts/contract'

export interface Helper {
  name: string
  phone: string
  born: string
  skills: Skill[]
  /** Days since they began. */
  since: number
  /** 一块砖 helps wherever one is needed; 九大妈 cook. */
  teams: ('brick' | 'nine')[]
  /** Days from today on which their health certificate ends; below zero it has. */
  health?: number
  /** Hours of the years before, brought in from the city's platform. */
  before?: number
}
type Line = [
  name: string,
  number: number,
  born: string,
  skills: Skill[],
  since: number,
  teams: Helper['teams'],
  health?: number,
  before?: number,
]
const CARRY: Skill[] = ['carry', 'shop']
const COOK: Skill[] = ['cook', 'cut']

const LINES: Line[] = [
  ['李娜', 16, '1984-06-18', ['carry', 'bike', 'phone', 'photo'], 300, ['brick']],
  ['孙桂英', 41, '1959-03-08', ['cook', 'cut', 'carry'], 1400, ['nine'], 160, 336],
  ['李玉珍', 42, '1961-09-21', [...COOK, ...CARRY], 900, ['nine'], 210],
  ['何建国', 43, '1957-11-02', ['bike', 'repair', 'patrol'], 760, ['brick']],
  ['王淑琴', 44, '1962-05-30', ['write', 'mediate', 'patrol', 'carry'], 1500, ['brick', 'nine'], undefined, 120],
  ['马凤兰', 51, '1958-01-15', COOK, 1100, ['nine'], 20],
  ['赵素珍', 52, '1960-07-04', COOK, 1000, ['nine'], 300],
  ['宋秀华', 53, '1956-12-19', COOK, 820, ['nine'], -6],
  ['刘玉梅', 54, '1963-02-27', COOK, 640, ['nine'], 240],
  ['陈桂兰', 55, '1955-08-11', ['cut'], 1300, ['nine'], 130],
  ['杨淑芬', 56, '1964-10-05', COOK, 420, ['nine'], 90],
  ['周惠敏', 57, '1967-04-23', ['cut', 'phone', 'teach'], 200, []],
  ['吴凤霞', 58, '1961-06-09', ['cut', 'shop', 'care'], 510, ['nine']],
  ['郑秀英', 59, '1959-12-01', ['cut', 'care', 'sing'], 380, []],
  ['冯玉兰', 60, '1957-03-17', ['cut', 'shop'], 700, []],
  ['高文山', 61, '1956-05-26', ['patrol', 'mediate'], 950, ['brick']],
  ['许宝山', 62, '1960-02-08', ['patrol', 'repair'], 860, ['brick']],
  ['曹振华', 63, '1954-09-14', ['repair', 'patrol'], 1200, ['brick']],
  ['梁德顺', 64, '1963-01-03', ['repair', 'drive'], 330, ['brick']],
  ['唐志强', 65, '1969-08-30', ['drive', 'bike', 'patrol'], 260, ['brick']],
  ['田立新', 66, '1971-11-12', ['phone', 'teach', 'photo'], 150, []],
  ['韩晓燕', 67, '1988-07-07', ['phone', 'bike', 'carry'], 90, ['brick']],
  ['沈雅琴', 68, '1965-05-18', ['care', 'haircut'], 560, []],
  ['邓春玲', 69, '1966-03-29', ['care', 'carry'], 240, []],
  ['彭永刚', 70, '1962-10-22', ['patrol', 'drive', 'carry'], 410, ['brick']],
  ['蒋桂荣', 71, '1958-06-13', ['cut', 'carry', 'shop'], 610, ['nine']],
]

export const HELPERS: Helper[] = LINES.map(([name, number, born, skills, since, teams, health, before]) => ({
  ...{ name, phone: `199000000${number}`, born, skills, since, teams },
  ...(health === undefined ? {} : { health }),
  ...(before === undefined ? {} : { before }),
}))

export const TEAMS = {
  brick: { name: '一块砖', about: '哪里需要就往哪里搬：巡逻、维修、送饭', organisation: true },
  nine: { name: '九大妈', about: '妈妈厨房的九位老姐妹，一周轮着做饭', organisation: false },
}
/** Registered yesterday. */
export const NEW = { name: '石桂芳', phone: '19900000072', born: '1963-11-09' }
/** Both teams are led by her; the kitchen's shifts lie with the kitchen lead. */
export const LEAD = '王淑琴'

type Times = InputOf<'shifts.register'>['times']
/** Mornings for the kitchen, evenings for those who walk the rounds. */
export const timesOf = ({ skills }: Helper): Times => {
  const part = skills.includes('patrol') ? 'e' : 'm'
  const days = ['1', '2', '3', '4', '5', ...(skills.includes('cook') ? [] : ['6'])]
  return days.map(day => `${day}${part}`) as Times
}
