/** 志愿服务: who volunteers, which shifts there are, who takes them, who came, and hours nobody can dispute. */
import { day } from './contract/day'
import { desk } from './contract/desk'
import { hours } from './contract/hours'
import { people } from './contract/people'
import { plan } from './contract/plan'
import { signing } from './contract/signing'
import { word } from './contract/word'

export * from './contract/base'
export * from './contract/hourwords'

export const shifts = { ...people, ...plan, ...signing, ...day, ...hours, ...word, ...desk }
