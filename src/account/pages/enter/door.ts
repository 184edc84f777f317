/** How this build lets people in: over HTTP a session is given; in WeChat cloud the phone is tied to the WeChat identity and there is no token. */
import type { InputOf, OutputOf } from '@domain'
import type { Me } from '@domain/account/contract'
import { call } from '@/platform'
import { FRONT } from '@/platform/transport'

export type Entered = OutputOf<'account.enter'> | { me: Me; token?: undefined }

export const enter = async (proof: InputOf<'account.enter'>): Promise<Entered> =>
  FRONT === 'cloud' ? { me: await call('account.bind', proof) } : call('account.enter', proof)
