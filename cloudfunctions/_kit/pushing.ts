/** The ways out of the house that the environment sets up. */
import { type Push, templatesFrom, type Wechat } from './push'
import { textsByHook } from './sms'

type Env = { [name: string]: string | undefined }

/** `send`: how WeChat is reached here. Undefined when nothing is set up. Throws with a sentence when LIANGLIN_WX_TEMPLATES cannot be read. */
export function pushFrom(env: Env, send: Wechat['send'] | undefined): Push | undefined {
  const sms = textsByHook(env)
  const wechat = send && env.LIANGLIN_WX_TEMPLATES ? { templates: read(env.LIANGLIN_WX_TEMPLATES), send } : undefined
  return sms || wechat ? { ...(wechat ? { wechat } : {}), ...(sms ? { sms } : {}) } : undefined
}

function read(text: string) {
  try {
    return templatesFrom(text)
  } catch (error) {
    throw new Error(`LIANGLIN_WX_TEMPLATES 用不了：${(error as Error).message}`)
  }
}
