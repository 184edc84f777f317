/** What a check is called when people read it. */
import type { CheckOutcome, MissedWhy } from './contract/checks'
import type { Result, Rung } from './ladder'

const MEAL_OF_DAY = { breakfast: '早上', lunch: '中午', dinner: '晚上' } as const
type Meal = keyof typeof MEAL_OF_DAY

const MISSED: { [W in MissedWhy]: (meal: string) => string } = {
  not_taken: meal => `${meal}的饭没人取`,
  no_answer: meal => `${meal}的饭送到没人应`,
  worrying: meal => `${meal}送饭的人看着不放心`,
}

export const RUNG_WORDS: { [R in Rung]: string } = {
  call: '打电话',
  neighbour: '邻居、楼长',
  knock: '网格员敲门',
  family: '家里人',
  duty: '社区、120',
}

const SAID: { [R in Rung]: { [S in Result]: string } } = {
  call: { well: '电话里说没事', worrying: '电话里听着不放心', no_answer: '打电话没人接', told: '打过电话，等回话' },
  neighbour: { well: '邻居见到人了，没事', worrying: '邻居看着不放心', no_answer: '邻居没见到人', told: '托了邻居去看' },
  knock: { well: '敲门见到人，没事', worrying: '敲门见到人，不放心', no_answer: '敲门没人应', told: '网格员在路上' },
  family: { well: '家里人说没事', worrying: '家里人也不放心', no_answer: '家里人没联系上', told: '家里人知道了，正在想办法' },
  duty: { well: '社区见到人，没事', worrying: '社区见到人，不放心', no_answer: '社区上门没人应', told: '已经叫了 120 或 110' },
}

export const OUTCOME_WORDS: { [O in CheckOutcome]: string } = {
  well: '没事',
  helped: '帮上了',
  hospital: '送医院了',
  away: '不在家，有说明',
  deceased: '去世了',
  wrong: '记错了',
  taken: '后来取了',
}

/** What explains an absence, when nobody wrote it in words. */
export const AWAY_WORDS: { [why: string]: string } = {
  pause: '自己暂停了',
  hospital: '住院了',
  travel: '出门了',
  children: '去孩子家了',
  other: '不在家',
}

/** "打电话没人接" */
export const saidOf = (rung: Rung, result: Result) => SAID[rung][result]

/** "11:58", in Shanghai. */
export const clockOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)

interface Because {
  meals: { meal: Meal; why: MissedWhy; at?: number; taken?: number }[]
  steps: { rung: Rung; at: number; result: Result; said?: string }[]
}
/** "中午的饭没人取，11:58 打电话没人接": the latest meal, and the last thing done since. */
export function whyChecked({ meals, steps }: Because): string {
  const last = [...meals].reverse().find(one => one.taken === undefined) ?? meals[meals.length - 1]
  const [step] = [...steps].sort((a, b) => b.at - a.at)
  const missed = last ? MISSED[last.why](MEAL_OF_DAY[last.meal]) : ''
  return step && step.at >= (last?.at ?? 0) ? `${missed}，${clockOf(step.at)} ${step.said ?? saidOf(step.rung, step.result)}` : missed
}

/** What to do now on a rung, as the big button says it. */
export const TODO: { [R in Rung]: string } = {
  call: '给本人打电话',
  neighbour: '请邻居或楼长去看看',
  knock: '上门敲门',
  family: '联系家里人',
  duty: '社区上门，不行就叫 120、110',
}
