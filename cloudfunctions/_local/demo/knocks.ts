/** What has happened at a door in the past weeks, so that today's lists look lived in: most doors in time, some overdue, some tried in vain. */
import type { VisitForm } from '@domain/visits/contract'
import type { Chance } from './chance'

export interface Knock {
  /** Days ago, and the minute of the day in Shanghai. */
  ago: number
  minute: number
  form: VisitForm
}

const blank: VisitForm = { outcome: 'met', needs: [], tags: [], policies: [], note: '', photos: [], with: [] }
const FINE = ['', '', '', '聊了一会儿，精神不错', '刚买菜回来', '孙子放学在家', '暖气正常，屋里热乎', '药按时吃着', '儿子周末回来看过']
const SOSO = ['这两天感冒，说不用去医院', '夜里睡不好', '腿疼，上下楼费劲']
const WORRY = [
  '说头晕，一个人在家，给女儿打过电话了',
  '摔了一跤，腿上有淤青，不肯去医院',
  '屋里冷，暖气不热，人没精神',
  '忘了吃药，话也说得不利索',
  '两天没下楼了，说没胃口，脸色不好',
  '一个人在家哭过，说睡不着，不愿意多说',
  '煤气灶上坐着空锅，人在里屋睡着了',
]
const POLICIES = ['高龄津贴', '居家养老补贴', '医保缴费', '燃气安全']
const NEEDS: VisitForm['needs'] = [
  { category: 'repair', words: '厨房水龙头滴水，想找人修', urgent: false },
  { category: 'groceries', words: '腿脚不便，想请人帮着买米面', urgent: false },
  { category: 'doctor', words: '想约家庭医生上门量血压', urgent: false },
  { category: 'repair', words: '楼道灯不亮，晚上看不清台阶', urgent: true },
  { category: 'repair', words: '暖气片漏水，底下接着盆', urgent: true },
  { category: 'repair', words: '卫生间想装个扶手，怕滑倒', urgent: false },
  { category: 'groceries', words: '降压药快吃完了，想请人帮着取', urgent: true },
  { category: 'groceries', words: '冬储白菜买了，搬不上五楼', urgent: false },
  { category: 'doctor', words: '膝盖疼得厉害，想问问去哪家医院', urgent: false },
  { category: 'doctor', words: '血糖仪不会用，想让人教一教', urgent: false },
]

const FRAIL = [
  '下楼要人扶，看着该评估一下',
  '吃饭要人喂，家里照顾不过来',
  '起不了床了，女儿请了假在家',
  '穿衣洗澡都要人帮，和上个月不一样了',
]

const met = (luck: Chance): VisitForm => {
  const soso = luck.hit(0.1)
  const policies = luck.hit(0.25) ? [luck.one(POLICIES)] : []
  return { ...blank, wellbeing: soso ? 'soso' : 'well', note: luck.one(soso ? SOSO : FINE), policies }
}
const absent = (): VisitForm => ({ ...blank, outcome: 'absent' })

/** The knocks at a door that asks for a visit every `every` days, oldest first. None where nobody has been yet. */
export function past(every: number, luck: Chance): Knock[] {
  const at = (ago: number, form: VisitForm, evening = false): Knock => ({
    ago,
    form,
    minute: evening ? luck.whole(1060, 1130) : luck.whole(545, 1020),
  })
  if (every > 60) return luck.hit(0.97) ? [at(luck.whole(4, Math.min(145, every - 3)), luck.hit(0.92) ? met(luck) : luck.one(seldom))] : []
  const last = lastKnock(every, luck)
  const first = last[0].ago
  const earlier = [3, 2, 1].map(times => first + times * every + luck.whole(-1, 1)).filter(ago => ago < 100)
  return [...earlier.map(ago => at(ago, met(luck))), ...last.map(one => at(one.ago, one.form, one.evening))]
}

const seldom: VisitForm[] = [
  { ...blank, outcome: 'refused', note: '说没空，隔着门答应的' },
  { ...blank, outcome: 'vacant', note: '邻居说房子空着，在出租' },
]

/** How it ended last time, with how many days ago. */
function lastKnock(every: number, luck: Chance): { ago: number; form: VisitForm; evening?: boolean }[] {
  const kind = luck.next()
  if (kind < 0.05) return [{ ago: 1, form: absent() }]
  if (kind < 0.08)
    return [
      { ago: 4, form: absent() },
      { ago: 3, form: absent(), evening: true },
    ]
  if (kind < 0.1)
    return [
      { ago: 6, form: absent() },
      { ago: 5, form: absent(), evening: true },
      { ago: 3, form: absent() },
    ]
  if (kind < 0.13) return [{ ago: luck.whole(1, every), form: { ...met(luck), needs: [luck.one(NEEDS)] } }]
  if (kind < 0.138) return [{ ago: luck.whole(1, 2), form: { ...blank, wellbeing: 'worrying', note: luck.one(WORRY) } }]
  if (kind < 0.16) return [frail(luck.whole(1, every), met(luck))]
  if (kind < 0.28) return [{ ago: every + luck.whole(1, 4), form: met(luck) }]
  // late in the rhythm more often than early: a morning has a dozen doors
  return [{ ago: Math.min(every + 1, luck.whole(1, every) + Math.floor(every / 3)), form: met(luck) }]
}

/** Somebody who cannot manage alone any more: the worker suggests the tag. What was seen differs from day to day, without asking chance again. */
const frail = (ago: number, form: VisitForm) => ({
  ago,
  form: { ...form, tags: [{ tag: 'dependent', change: 'add' as const }], note: FRAIL[ago % FRAIL.length] },
})
