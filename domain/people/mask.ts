/** What is shown instead of a name or a number to somebody who need not see it whole. */
import { letters } from './text'

/** Surnames of two hanzi that are met in practice; "欧阳娜娜" is 欧阳, but a two-letter "欧阳" is 欧 and 阳. */
export const COMPOUND = new Set(
  '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 夏侯 端木 独孤 南宫 万俟 闻人 轩辕 百里 呼延 东郭 西门 公冶 澹台 申屠 钟离 鲜于 闾丘 赫连 拓跋 完颜 叶赫 那拉 爱新 纳兰'.split(
    ' ',
  ),
)

/** 张, 欧阳, or for a name with a middle dot its first part's first letter. */
export function surname(name: string): string {
  const parts = letters(name.trim())
  const two = parts.slice(0, 2).join('')
  return parts.length > 2 && COMPOUND.has(two) ? two : (parts[0] ?? '')
}

/** 张** for 张三 and 张三丰 alike: the stars do not tell the length. 阿依古丽·买买提 is 阿**. */
export const maskName = (name: string) => `${surname(name)}**`

/** 210***********1234: the province-and-city half, and the last four. */
export const maskIdNumber = (number: string) => `${number.slice(0, 3)}***********${number.slice(-4)}`

/** How a neighbour says it: 王大爷 and 李大娘 from 60, 先生 and 女士 before; 阿依古丽·买买提 is called by the first part. */
export function calling(name: string, sex?: 'male' | 'female', age?: number): string {
  const dot = name.search(/[·•・]/)
  const who = dot > 0 ? name.slice(0, dot) : surname(name)
  if (!sex) return dot > 0 ? who : name
  const old = age !== undefined && age >= 60
  return who + (sex === 'male' ? (old ? '大爷' : '先生') : old ? '大娘' : '女士')
}
