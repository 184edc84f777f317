/** The phone under the app: what wx offers besides pages. One phone outlives several launches of the app. */
import { linger } from './linger'
import { gesture } from './screen'
import { storage } from './storage'
import type { Callbacks, Wx } from './types'

/** What a cloud function is called with; the answer is what it returns. A thrown error is a function that failed or was never reached. */
export type Cloud = (call: { name: string; data: unknown }) => Promise<unknown>
type Listener = (state: { isConnected: boolean; networkType: string }) => void

/** Answers as WeChat does: later, through success or fail, then complete; a promise when no callback was given. */
export function answer(name: string, ask: Callbacks = {}, work: () => object | undefined | Promise<object | undefined>): Promise<object> {
  const run = async () => ({ errMsg: `${name}:ok`, ...(await work()) })
  const wants = ask.success || ask.fail || ask.complete
  return new Promise((resolve, reject) => {
    setTimeout(async () => {
      try {
        const result = await run()
        ask.success?.(result)
        ask.complete?.(result)
        resolve(result)
      } catch (problem) {
        const result = { errMsg: `${name}:fail ${(problem as Error).message}` }
        ask.fail?.(result)
        ask.complete?.(result)
        if (wants) resolve(result)
        else reject(Object.assign(new Error(result.errMsg), result))
      }
    })
  })
}

export class Phone {
  readonly storage = storage((name, ask, work) => void answer(name, ask, work))
  /** Every cloud call that left the phone, in order. */
  readonly calls: { name: string; data: unknown }[] = []
  /** The operations whose answers have reached the app, in order. */
  readonly answered: string[] = []
  /** What the app asked of the phone besides: numbers dialled, toasts. */
  readonly asked: string[] = []
  /** What WeChat's question about messages was shown for, and what is answered to each; accept when nothing is said. */
  readonly subscribed: string[][] = []
  readonly answers: { [template: string]: string } = {}
  /** What was put into the phone's calendar. */
  readonly calendar: object[] = []
  private connected = true
  private listeners = new Set<Listener>()
  /** The operation whose next answer is lost on its way, after the server has handled it: "log". */
  losesAnswerOf = ''

  constructor(private readonly cloud: Cloud) {}

  get online() {
    return this.connected
  }
  set online(on: boolean) {
    this.connected = on
    for (const listener of this.listeners) listener({ isConnected: on, networkType: on ? 'wifi' : 'none' })
  }

  private async callFunction(ask: { name: string; data: unknown }): Promise<object> {
    if (!this.connected) throw new Error('request:fail -118:net::ERR_INTERNET_DISCONNECTED')
    const call = JSON.parse(JSON.stringify({ name: ask.name, data: ask.data })) as { name: string; data: unknown }
    this.calls.push(call)
    await linger()
    const result = JSON.parse(JSON.stringify(await this.cloud(call)))
    await linger()
    const { operation = '' } = call.data as { operation?: string }
    if (operation !== this.losesAnswerOf) {
      this.answered.push(operation)
      return { result }
    }
    this.losesAnswerOf = ''
    throw new Error('request:fail -324:net::ERR_EMPTY_RESPONSE')
  }

  /** WeChat's rule of 2.8.2: only straight out of a tap, not after anything was waited for. */
  private byTap<T extends object>(name: string, work: (ask: T) => object | undefined) {
    return (ask: Callbacks & T) => {
      const tapped = gesture.on
      return answer(name, ask, () => {
        if (!tapped) throw new Error('can only be invoked by user TAP gesture.')
        return work(ask)
      })
    }
  }

  /** The part of wx that is this phone. */
  wx(): Wx {
    const asked = (name: string) => (ask: Callbacks & { phoneNumber?: string; title?: string }) => {
      this.asked.push(`${name} ${ask?.phoneNumber ?? ask?.title ?? ''}`.trim())
      return answer(name, ask, () => undefined)
    }
    return {
      ...this.storage.wx,
      cloud: {
        init: () => {},
        callFunction: (ask: Callbacks & { name: string; data: unknown }) => answer('cloud.callFunction', ask, () => this.callFunction(ask)),
      },
      getNetworkType: (ask: Callbacks) => answer('getNetworkType', ask, () => ({ networkType: this.connected ? 'wifi' : 'none' })),
      onNetworkStatusChange: (listener: Listener) => this.listeners.add(listener),
      offNetworkStatusChange: (listener: Listener) => this.listeners.delete(listener),
      // Most phones refuse the place; a visit must not depend on it.
      getLocation: (ask: Callbacks) => answer('getLocation', ask, () => Promise.reject(new Error('auth deny'))),
      requestSubscribeMessage: this.byTap('requestSubscribeMessage', ({ tmplIds }: { tmplIds: string[] }) => {
        this.subscribed.push(tmplIds)
        return Object.fromEntries(tmplIds.map(id => [id, this.answers[id] ?? 'accept']))
      }),
      addPhoneCalendar: this.byTap('addPhoneCalendar', ({ success, fail, complete, ...entry }: Callbacks) => {
        this.calendar.push(entry)
        return undefined
      }),
      makePhoneCall: asked('makePhoneCall'),
      showToast: asked('showToast'),
      vibrateShort: asked('vibrateShort'),
    }
  }
}
