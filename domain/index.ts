/** The contract: one name per feature, the same in every room. */
import { account } from './account/contract'
import type { Input, Output } from './contract'
import { files } from './files/contract'
import { meals } from './meals/contract'
import { notices } from './notices/contract'
import { people } from './people/contract'
import { shifts } from './shifts/contract'
import { visits } from './visits/contract'

export const contract = { account, people, visits, meals, shifts, notices, files }
export type Contract = typeof contract

/** Every operation's full name: 'visits.log'. */
export type Name = { [F in keyof Contract]: `${F}.${keyof Contract[F] & string}` }[keyof Contract]
type Find<N extends Name> = N extends `${infer F extends keyof Contract & string}.${infer O}` ? Contract[F][O & keyof Contract[F]] : never
export type InputOf<N extends Name> = Input<Find<N>>
export type OutputOf<N extends Name> = Output<Find<N>>
