/** Why somebody is not on the list of those to ring, as the desk says it; the same codes as ./fit.ts. */
const WORDS: { [code: string]: string } = {
  ...{ team: '不是这个队的', paper: '没有要的证件，或者到那天过期', skill: '不会这一样', label: '还没有人带过', heavy: '这个岗位太累' },
  ...{ clashes: '那会儿有别的班', rest: '两个班挨得太近', day: '那一天班已经够多', week: '那一周班已经够多', paused: '这几天歇着' },
  ...{ guardian: '还没有监护人同意书', too_young: '还太小', muted: '不想接缺人的电话' },
}
/** '没有要的证件'; anything new is said in general. */
export const otherWords = (code: string): string => WORDS[code] ?? '这次去不了'
