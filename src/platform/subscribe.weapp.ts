import Taro from '@tarojs/taro'
import type { Answered } from './subscribe'

export const canSubscribe = (): boolean => true

/** A code that says to our server whose phone this is: good once, for five minutes. */
export const phoneCode = (): Promise<string | undefined> =>
  Taro.login().then(
    told => told.code || undefined,
    () => undefined,
  )

/** Older phones take no more in one question. */
const AT_ONCE = 3

/**
 * Shows WeChat's question, one accept is one message. WeChat allows it only as the direct answer to a tap: call it first, before anything is
 * waited for. Null when it was not shown (messages are switched off for this mini-program).
 */
export function subscribe(templates: readonly string[]): Promise<Answered[] | null> {
  const tmplIds = templates.slice(0, AT_ONCE)
  return Taro.requestSubscribeMessage({ tmplIds } as Taro.requestSubscribeMessage.Option).then(
    told => tmplIds.flatMap(template => answerOf(template, String((told as unknown as { [id: string]: unknown })[template]))),
    () => null,
  )
}

function answerOf(template: string, said: string): Answered[] {
  if (said.startsWith('accept')) return [{ template, answer: 'accept' }]
  return said === 'reject' || said === 'ban' || said === 'filter' ? [{ template, answer: said }] : []
}
