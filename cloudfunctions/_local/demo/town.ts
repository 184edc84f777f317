/** The people of the demo community: drawn by chance, the same every time, and nobody real. ID numbers are of area 219900, which is assigned to no place. */
import type { PersonForm } from '@domain/people/contract'
import { type Chance, chance } from './chance'
import { GRIDS } from './places'
import { RESIDENT } from './staff'

export interface Tagged {
  tag: string
  /** Days ago since when. */
  since: number
}
export interface Neighbour {
  form: PersonForm
  tags: Tagged[]
}
export interface Home {
  /** 0 to 3: which grid. */
  grid: number
  address: { building: string; unit: string; room: string }
  people: Neighbour[]
}

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤',
]
const OLD = {
  male: ['国富', '德顺', '文山', '宝山', '振华', '玉田', '永福', '长海', '兴业', '树林'],
  female: ['桂芝', '淑珍', '凤兰', '秀英', '玉琴', '素云', '桂香', '惠兰', '淑芬', '玉梅'],
}
const MIDDLE = {
  male: ['志强', '建军', '立新', '卫东', '海波', '庆伟', '晓东', '永刚', '文斌', '春雨'],
  female: ['丽娟', '红梅', '晓燕', '春玲', '艳秋', '亚男', '雪梅', '桂荣', '凤霞', '立春'],
}
const YOUNG = {
  male: ['浩然', '子轩', '宇航', '明哲', '天佑', '俊熙', '一鸣', '嘉树'],
  female: ['欣怡', '梓涵', '诗雨', '佳宁', '若溪', '思彤', '雨桐', '静姝'],
}

type Sex = 'male' | 'female'
/** The year the community is drawn for; ages are as of it. */
const YEAR = 2026
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The 18th character of an ID number (GB 11643): weights modulo 11. */
export const checkDigit = (first17: string) => '10X98765432'[WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(first17[i]), 0) % 11]

/** Draws the whole community: about 320 households and 700 people. */
export function draw(): Home[] {
  const luck = chance(20261121)
  const count = { people: 0 }
  return GRIDS.flatMap(({ buildings }, grid) =>
    doors(buildings, luck).map((address, at) => {
      const wang = grid === 0 && at === 30
      return { grid, address, people: wang ? [theOldMan(count)] : household(luck, address.building, count) }
    }),
  )
}

/** Eighty doors a grid: three buildings of three stairs, six floors, two doors each, some of them empty. */
function doors(buildings: string[], luck: Chance) {
  const all = buildings.flatMap(building =>
    ['1', '2', '3'].flatMap(unit =>
      [1, 2, 3, 4, 5, 6].flatMap(floor => ['01', '02'].map(room => ({ building, unit, room: `${floor}${room}` }))),
    ),
  )
  const empty = new Set<number>()
  while (empty.size < all.length - 80) empty.add(luck.whole(0, all.length - 1))
  return all.filter((_, at) => !empty.has(at))
}

interface Drawn {
  sex: Sex
  age: number
  relation: string
  surname?: string
}
type Count = { people: number }

function household(luck: Chance, building: string, count: Count): Neighbour[] {
  const kind = luck.next()
  const surname = luck.one(SURNAMES)
  const head: Sex = luck.hit(0.6) ? 'male' : 'female'
  const other: Sex = head === 'male' ? 'female' : 'male'
  const make = (one: Drawn) => person(luck, one, one.surname ?? luck.one(SURNAMES), count)
  if (kind < 0.13)
    return [elder(luck, make({ sex: luck.hit(0.35) ? 'male' : 'female', age: luck.whole(68, 94), relation: '户主', surname }), 'alone')]
  if (kind < 0.23) return oldCouple(luck, make, surname)
  const age = luck.whole(28, 62)
  const first = make({ sex: head, age, relation: '户主', surname })
  if (kind < 0.37) return [worker(luck, first)]
  const second = make({ sex: other, age: age + luck.whole(-4, 3), relation: '配偶' })
  const child: Sex = luck.hit(0.5) ? 'male' : 'female'
  const third = make({ sex: child, age: Math.max(0, age - luck.whole(24, 33)), relation: child === 'male' ? '儿子' : '女儿', surname })
  if (kind < 0.55) return [worker(luck, first), second]
  if (kind < 0.86) return [worker(luck, first), second, young(luck, third)]
  const grandmother = make({ sex: 'female', age: Math.min(96, age + luck.whole(23, 30)), relation: '母亲' })
  return [worker(luck, first), second, young(luck, third), elder(luck, grandmother, Number(building) % 5 === 0 ? 'disabled' : undefined)]
}

function oldCouple(luck: Chance, make: (one: Drawn) => Neighbour, surname: string): Neighbour[] {
  const age = luck.whole(66, 90)
  const [husband, wife] = [
    make({ sex: 'male', age, relation: '户主', surname }),
    make({ sex: 'female', age: age - luck.whole(0, 5), relation: '配偶' }),
  ]
  return [elder(luck, husband, 'empty_nest'), elder(luck, wife, 'empty_nest')]
}

function person(luck: Chance, { sex, age, relation }: Drawn, surname: string, count: Count): Neighbour {
  const names = age >= 60 ? OLD : age >= 30 ? MIDDLE : YOUNG
  const born = `${YEAR - age - (luck.hit(0.15) ? 1 : 0)}-${String(luck.whole(1, 12)).padStart(2, '0')}-${String(luck.whole(1, 28)).padStart(2, '0')}`
  const number = count.people++
  const phones = age >= 16 && (age < 75 || luck.hit(0.8)) ? [`1990000${String(1000 + number).padStart(4, '0')}`] : []
  return {
    form: { name: surname + luck.one(names[sex]), sex, born, idNumber: idNumber(born, sex, number), phones, relation, living: 'living' },
    tags: [],
  }
}

/** Odd sequence numbers are men's, even ones women's. */
function idNumber(born: string, sex: Sex, number: number): string {
  const sequence = String(((number * 2) % 998) + (sex === 'male' ? 1 : 2)).padStart(3, '0')
  const first = `219900${born.replaceAll('-', '')}${sequence}`
  return first + checkDigit(first)
}

const tagged = (one: Neighbour, tags: (Tagged | false | undefined)[]): Neighbour => ({
  ...one,
  tags: tags.filter(tag => !!tag) as Tagged[],
})
const since = (tag: string, days: number): Tagged => ({ tag, since: days })

function elder(luck: Chance, one: Neighbour, kind?: string): Neighbour {
  const age = YEAR - Number((one.form.born ?? '1950').slice(0, 4))
  return tagged(one, [
    kind !== undefined && since(kind, luck.whole(200, 900)),
    age >= 85 && since('aged', 300),
    luck.hit(0.06) && since('ill', luck.whole(20, 200)),
    age >= 78 && luck.hit(0.08) && since('dependent', luck.whole(60, 400)),
    luck.hit(0.07) && since('veteran', 700),
    luck.hit(0.12) && since('party', 800),
  ])
}

function worker(luck: Chance, one: Neighbour): Neighbour {
  return tagged(one, [
    luck.hit(0.04) && since('low_income', luck.whole(100, 500)),
    luck.hit(0.03) && since('disabled', luck.whole(100, 900)),
    luck.hit(0.02) && since('mental', luck.whole(100, 900)),
    luck.hit(0.04) && since('veteran', 600),
    luck.hit(0.08) && since('party', 800),
    one.form.sex === 'female' && luck.hit(0.03) && since('maternity', luck.whole(10, 120)),
  ])
}

const young = (luck: Chance, one: Neighbour): Neighbour => tagged(one, [luck.hit(0.03) && since('hardship_child', luck.whole(50, 300))])

function theOldMan(count: Count): Neighbour {
  const { name, phone, born } = RESIDENT
  const form = {
    name,
    sex: 'male' as const,
    born,
    idNumber: idNumber(born, 'male', count.people++),
    phones: [phone],
    relation: '户主',
    living: 'living' as const,
  }
  return { form, tags: [since('alone', 800), since('aged', 900), since('veteran', 900)] }
}
