/** WeChat cloud: one function a feature; a refusal is a returned value, who is calling is settled by the platform. */
import Taro from '@tarojs/taro'
import type { Envelope, Reply } from './transport'

export const FRONT: 'http' | 'cloud' = 'cloud'

export function openTransport(): void {
  Taro.cloud?.init(CLOUD_ENV ? { env: CLOUD_ENV, traceUser: false } : { traceUser: false })
}

/** -504002 and its neighbours: the function ran and threw. Everything else means that no answer came. */
const ranAndThrew = (problem: unknown) =>
  /-50400[0-9]|FUNCTION_EXECUTE_FAIL/.test(String((problem as { errMsg?: string })?.errMsg ?? problem))

export async function transport(name: string, input: unknown, { key }: Envelope): Promise<Reply> {
  const [feature, operation] = name.split('.')
  try {
    const { result } = await Taro.cloud.callFunction({ name: feature, data: { operation, input, key } })
    return { status: 200, body: result }
  } catch (problem) {
    if (ranAndThrew(problem)) return { status: 500, body: null }
    throw problem
  }
}
