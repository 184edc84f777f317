/** Tag words as offices write them, and the tags they are. */
import { plain } from '../text'

/** By-names that the tag's own name does not begin or end. */
const OTHER: { [word: string]: string } = {
  五保: '特困',
  大病: '重病',
  重大疾病: '重病',
  精神病: '精神障碍',
  精障: '精神障碍',
  肇事肇祸精神障碍: '精神障碍',
  退伍军人: '退役军人',
  复转军人: '退役军人',
  退役: '退役军人',
  中共党员: '党员',
  共产党员: '党员',
  最低生活保障: '低保',
  孕妇: '孕产妇',
  产妇: '孕产妇',
}

/** '独居老人' is 独居, '低保户' is 低保, '残疾人' is 残疾; undefined where no tag is meant. */
export function tagOf(word: string, names: readonly string[]): string | undefined {
  const words = plain(word)
  const bare = words.replace(/(老年人|老人|人员|家庭|对象|患者|儿童|群体|户|人|者)$/, '')
  return names.find(name => name === words) ?? names.find(name => name === bare || name === OTHER[words] || name === OTHER[bare])
}
