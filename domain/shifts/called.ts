/** How people call each other here: a surname and 师傅, 小 for the young. Whole names and phones stay with the leads. */
import { ageOn } from '../days'

const DOUBLE = ['欧阳', '司马', '上官', '诸葛', '东方', '皇甫', '尉迟', '公孙', '慕容', '司徒', '令狐', '夏侯', '南宫', '西门', '北堂']
const YOUNG = 35

/** '张师傅', '小李'. `born` and `today` decide who is young; who has not said is not. */
export function calledOf(name: string, born?: string, today?: string): string {
  const surname = DOUBLE.find(one => name.startsWith(one)) ?? [...name][0] ?? ''
  return born && today && ageOn(born, today) < YOUNG ? `小${surname}` : `${surname}师傅`
}
