/** Everything the import can say about a row, in the words the office reads. The keys are the report's. */

export interface Told {
  /** A few words for a list. */
  name: string
  /** Why, in a sentence. */
  why: string
  /** What to do about it. */
  how: string
}

/** A person must say. For the numbers, one number is left out and the rest of the row is taken; the rows of WAITING wait whole. */
export const DECISIONS = {
  id_stored_as_number: {
    name: '身份证号被表格存成了数字',
    why: '身份证号被表格存成了数字，后几位已经变了，没有采用',
    how: '把这一格改成文本格式，对着证件把 18 位重新输一遍',
  },
  id_wrong_check_digit: {
    name: '身份证号对不上',
    why: '身份证号最后一位或出生日期对不上，多半抄错了一位，没有采用',
    how: '对着证件把身份证号改对',
  },
  id_truncated: { name: '身份证号不全', why: '身份证号不够 18 位，没有采用', how: '对着证件把 18 位补全' },
  id_used_twice: { name: '两个人用了同一个身份证号', why: '这个身份证号前面已经是另一个人的，没有采用', how: '对着证件把这一格改对' },
  id_differs: {
    name: '和已经登记的身份证号不同',
    why: '这一户已有同名同生日的人，身份证号却不同，没有改动原来的号码',
    how: '确认哪一个对；要改的话在住户页面上更正',
  },
  name_differs: {
    name: '和已经登记的姓名不同',
    why: '这个身份证号登记的是另一个名字，这一行先没有采用',
    how: '确认哪一个对：表里错了就改表，登记错了就在住户页面上更正',
  },
  phone_too_short: { name: '电话号码不对', why: '电话号码位数不对，没有采用', how: '把电话补全' },
  name_missing: { name: '没有姓名', why: '这一行没有姓名，这个人没有登记', how: '填上姓名' },
  address_missing: { name: '看不出住哪', why: '看不出这个人住几号楼几室，没有登记', how: '填上楼号、单元、门牌' },
  maybe_repeated: {
    name: '可能是重复的一行',
    why: '这一户前面已有同名的人，看不出是不是同一个人',
    how: '是同一个人就删掉这一行；不是就填上出生日期或身份证号',
  },
  person_in_two_households: {
    name: '一个人登记在两户',
    why: '这个人已经登记在另一户，可能人户分离，这一处先没有登记',
    how: '住在这里就在“处理办法”里写“住这里”，不住就删掉这一行',
  },
  left_before: {
    name: '登记过搬走或去世',
    why: '这个人登记过搬走或去世，没有改动',
    how: '人还在的话，在住户页面上重新登记',
  },
} as const satisfies Record<string, Told>
export type Decision = keyof typeof DECISIONS

/** Nothing of these rows is written until somebody says. */
export const WAITING: readonly Decision[] = [
  'name_missing',
  'address_missing',
  'name_differs',
  'maybe_repeated',
  'person_in_two_households',
  'left_before',
]

/** Certain, done and counted. */
export const REPAIRS = {
  id_full_width: '身份证号里的全角数字改成了半角',
  id_spaces_or_lower_x: '身份证号去掉了空格、小写 x 改成了大写',
  two_phones: '一格里的两个电话分开了',
  phone_dashes: '电话去掉了横线',
  room_full_width: '门牌里的全角数字改成了半角',
  name_with_space: '姓名中间的空格去掉了',
} as const

/** Taken as they are, and counted. */
export const NOTES = {
  id_missing: '没有身份证号',
  row_repeated: '和前面一行重复，没有再登记',
  blank_row: '空行',
  rare_character_name: '姓名里有生僻字，照原样保存',
  name_with_middle_dot: '姓名里有间隔点，照原样保存',
  sex_differs: '性别和身份证号不一致，按身份证号',
  born_differs: '出生日期和身份证号不一致，按身份证号',
  born_unread: '出生日期看不清，没有采用',
  tag_unknown: '人员类别里有不认识的词，没有采用',
  tag_not_yours: '有的标签不归您设置，没有采用',
  empty_home: '没有人的房子，只登记了住址',
  kept_by_hand: '手工改过或结束过的内容，台账里还是旧的，没有改回去',
  put_aside: '按“处理办法”没有登记',
  grid_made: '新建的网格',
  grid_assumed: '没有写网格的户，先放在第一个网格',
  grid_differs: '网格和已经登记的不同，按已经登记的',
} as const
export type Note = keyof typeof NOTES
