/** What a visit leaves for the community to decide. */
import type { Matter, VisitForm } from './contract'
import type { Kind } from './interval'
import { needWords } from './words'

export interface Following {
  kind: Matter['kind']
  urgent: boolean
  words: string
  /** Tag codes the words speak of: they are shown only to who may see them. */
  tags: string[]
}

/** Tags that ask for a visit at least this often mean somebody in the house must not be lost from sight. */
const CLOSE = 30
/** Whether somebody in a household with this interval (days) has to be seen at least monthly. */
export const isClose = (every: number) => every <= CLOSE

const note = (form: VisitForm) => (form.note.trim() ? `：${form.note.trim()}` : '')

/** The matters of a form, at most one a kind. `third`: this knock was the third in a row with nobody home. */
export function followUps(form: VisitForm, facts: { third: boolean; every: number; kinds: Kind[] }): Following[] {
  const found: Following[] = []
  const add = (kind: Matter['kind'], words: string, urgent = false, tags: string[] = []) => found.push({ kind, words, urgent, tags })
  if (form.wellbeing === 'worrying') add('worrying', `看着不放心${note(form)}`, true)
  if (form.needs.length)
    add(
      'need',
      needWords(form.needs),
      form.needs.some(need => need.urgent),
    )
  if (form.outcome === 'moved') add('moved', `敲门时说已搬走${note(form)}`)
  if (form.outcome === 'vacant') add('vacant', `看着没人住${note(form)}`)
  if (form.outcome === 'refused' && isClose(facts.every)) add('refused', `不愿开门，家里有要常去看的人${note(form)}`)
  if (form.tags.length) add('tag', tagWords(form, facts.kinds), false, [...new Set(form.tags.map(one => one.tag))])
  if (facts.third) add('absent3', '连着 3 次不在家')
  return found
}

function tagWords(form: VisitForm, kinds: Kind[]): string {
  const name = (code: string) => kinds.find(kind => kind.code === code)?.name ?? '一个标签'
  return form.tags.map(one => `建议${one.change === 'add' ? '加上' : '去掉'}「${name(one.tag)}」`).join('；')
}
