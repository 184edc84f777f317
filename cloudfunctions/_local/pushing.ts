/** The ways out of the house on own servers: WeChat over HTTP with appid and secret, text messages by a hook. */
import type { Push } from '../_kit/push'
import { pushFrom } from '../_kit/pushing'
import { Unusable } from '../_kit/store/port'
import { overHttp, wechatOverHttp } from '../_kit/wechat'

/** Undefined when nothing is set up. Throws Unusable when what is set up cannot be used. */
export function pushingFrom(env: { [name: string]: string | undefined }, now: () => number): Push | undefined {
  const { LIANGLIN_WX_APPID: appid, LIANGLIN_WX_SECRET: secret } = env
  try {
    return pushFrom(env, appid && secret ? wechatOverHttp({ appid, secret }, overHttp, now) : undefined)
  } catch (error) {
    throw new Unusable((error as Error).message)
  }
}
