/** The ways out of the house that the environment sets up. */
import { type Push, templatesFrom, type Wechat } from './push'
import { textsByHook } from './sms'

type Env = { [name: string]: string | undefined }

/** `by`: how WeChat is reached here. Undefined when nothing is set up. Throws with a sentence when LIANGLIN_WX_TEMPLATES cannot be read. */
export function pushFrom(env: Env, by: Omit<Wechat, 'templates'> | undefined): Push | undefined {
  const sms = textsByHook(env)
  const wechat = by && env.LIANGLIN_WX_TEMPLATES ? { templates: read(env.LIANGLIN_WX_TEMPLATES), ...by } : undefined
  return sms || wechat ? { ...(wechat ? { wechat } : {}), ...(sms ? { sms } : {}) } : undefined
}

function read(text: string) {
  try {
    return templatesFrom(text)
  } catch (error) {
    throw new Error(`LIANGLIN_WX_TEMPLATES 用不了：${(error as Error).message}`)
  }
}
