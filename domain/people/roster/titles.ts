/** What a column means, from its title. Titles of many offices' rosters; a title nobody knows is ignored and said. */
import type { Field } from '../importing'
import { plain } from '../text'

type Rule = [field: Field, title: RegExp]

/** Other people's numbers, and lists' own bookkeeping: never the resident's. Read before everything else. */
const NOT_THEIRS =
  /(紧急|联系人|监护|子女|家属|亲属|配偶|网格员|网格长|楼长|单元长|负责人|帮扶|包保|医生|民警|户籍)(的)?(姓名|名字|身份证|证件|公民身份|电话|手机|联系|号码)|^(联系人|监护人|网格员|网格长|楼长|负责人)$|(残疾|低保|军官|退伍|退役|优待|社保|医保|银行|工作|营业|房产|居住)证?(编号|证号|卡号|号码)|证件类[型别]|(填表|登记|录入|更新|采集|迁入|迁出|入住|搬入|死亡|入党|建档|走访)(日期|时间)/

/** First match wins, so the narrow stand before the wide. Matched against the tidy title (no spaces, no brackets, no stars). */
const RULES: Rule[] = [
  ['ignore', /^(序号?|编号|no\.?|id|行号|原表行号|excel行号?|原因|怎么改|户编号|家庭编号)$/i],
  ['answer', /^处理(办法|意见|结果)?$/],
  ['ignore', NOT_THEIRS],
  ['relation', /与户主|^户主关系$|^(家庭)?关系$|^称谓$|家庭成员关系/],
  ['idNumber', /身份证|公民身份|身份号|证件号|^证号$/],
  ['name', /^(居民|人员|成员|家庭成员|住户|被访人|老人|本人|户主)?(姓名|名字)$|^姓名|^户主$/],
  ['sex', /^性别/],
  ['born', /出生|^生日$|^出日$/],
  ['age', /年龄|周岁|^岁数?$/],
  ['phone', /电话|手机|联系方式|联系号码|^座机|^固话/],
  ['area', /^(所在|所属|居住)?(小区|楼院|院落|自然村|村组|组别?|屯)(名称?)?$/],
  ['address', /^(家庭|现|居住|详细|常住|实际居住|现居住|家庭居住|房屋|户籍)?(住址|地址|住所|地)$|(现|居)住地(址)?|住址|地址|^住房位置$/],
  ['grid', /网格/],
  ['floor', /^(所在|所住)?(楼层|层数?|层号)$/],
  ['building', /^(所在|所住|所属)?(楼栋?|栋|幢|楼座|座)(编?号|数|院)?$|^(楼牌|楼栋|楼幢)号?$/],
  ['unit', /^(所在|所住|所属)?(单元|门洞|楼门|门栋|门)(编?号)?$/],
  ['room', /^(所在|所住|所属)?(门牌|门户|房|房间|房屋|室|户|门)(编?号|码|牌号)?$|^门牌号?(码)?$|^(楼|单元)?(房|户)室?号$/],
  ['living', /居住(状态|状况|情况|现状)|在住|人户(状态|情况|一致|分离)|^(人员|居民|住户|现)状态?$/],
  ['tags', /类别|标签|人群|人员类型|人员性质|人员属性|重点人员|特殊情况|身份类型|政治面貌|困难类型|^(是否|属于)/],
  ['note', /备注|说明|附注|^其他(情况)?$/],
]

/** A title without what is only for the eye: spaces, brackets and what they hold, stars, colons. */
export const tidyTitle = (title: string) =>
  plain(title)
    .replace(/[（(【[].*?[)）】\]]/g, '')
    .replace(/[*※:：、.]/g, '')

/**
 * What a column's title means. A title that names a tag (低保, 是否独居) is a tag column: `tags` are the names and by-names there are.
 */
export function meaningOf(title: string, tags: readonly string[] = []): Field {
  const words = tidyTitle(title)
  if (!words) return 'ignore'
  const rule = RULES.find(([, pattern]) => pattern.test(words))
  if (rule) return rule[0]
  return tagOfTitle(title, tags) ? 'tags' : 'ignore'
}

/** The tag a title asks about: '是否低保' and '低保户' ask about 低保. */
export function tagOfTitle(title: string, tags: readonly string[]): string | undefined {
  const words = tidyTitle(title)
    .replace(/^(是否)?(属于|为)?/, '')
    .replace(/(人员|家庭|老人|户|人)$/, '')
  return tags.find(tag => tag === words || tag === tidyTitle(title))
}

/** One title wins where only one column can be meant; the better one by what it says. Phones, tags and notes may be several. */
const SEVERAL: Field[] = ['phone', 'tags', 'note', 'ignore']
const RANK: [Field, RegExp][] = [
  ['name', /^(姓名|居民姓名|人员姓名|成员姓名|家庭成员姓名)$/],
  ['idNumber', /公民身份|身份证/],
  ['address', /现|居住|家庭|住址/],
  ['room', /门牌|房|室/],
  ['born', /日期|年月日/],
]

/** What each column means, each field once. The head's name, number and phone are the person's only where the list knows no other person. */
export function meaningsOf(titles: string[], tags: readonly string[] = []): Field[] {
  const all = titles.map(title => meaningOf(title, tags))
  const others = all.some((field, at) => field === 'name' && !HEADS.test(tidyTitle(titles[at])))
  const placed = all.includes('building') || all.includes('room')
  const fields = all.map((field, at): Field => {
    const title = tidyTitle(titles[at])
    if (others && field !== 'relation' && HEADS.test(title)) return 'ignore'
    return field === 'address' && placed && /户籍|户口/.test(title) ? 'ignore' : field
  })
  return fields.map((field, at) => (SEVERAL.includes(field) || best(field, fields, titles) === at ? field : 'ignore'))
}
const HEADS = /^(户主|家长)/

function best(field: Field, fields: Field[], titles: string[]): number {
  const better = RANK.find(([one]) => one === field)?.[1]
  const columns = fields.flatMap((one, at) => (one === field ? [at] : []))
  return columns.find(at => better?.test(tidyTitle(titles[at]))) ?? columns[0]
}
