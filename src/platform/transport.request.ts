/** A weapp whose server is one's own: the same HTTP door as H5, through wx.request. config/index.ts puts it in place when WEAPP_API is set. */
import Taro from '@tarojs/taro'
import type { Envelope, Reply } from './transport'

export const FRONT: 'http' | 'cloud' = 'http'

export function openTransport(): void {}

export async function transport(name: string, input: unknown, { key, token, patience }: Envelope): Promise<Reply> {
  const answer = await Taro.request<unknown>({
    url: `${API_BASE}/${name}`,
    method: 'POST',
    timeout: patience,
    header: {
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    data: JSON.stringify(input),
  })
  return { status: answer.statusCode, body: answer.data }
}
