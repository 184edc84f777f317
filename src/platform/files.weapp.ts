/** WeChat has no PUT through the cloud's door: bytes travel as base64 pieces of `files.put`. */
import Taro from '@tarojs/taro'
import { toBase64 } from './base64'
import { call, identity } from './call'
import { Offline, Refused } from './failures'
import { sha256 } from './sha256'

export { sha256 }

/** Base64 characters a piece; a multiple of four, below the contract's limit. */
const PIECE = 240_000

export async function upload(id: string, bytes: Uint8Array<ArrayBuffer> | string): Promise<void> {
  const text = typeof bytes === 'string' ? bytes : toBase64(bytes)
  const parts = Math.max(1, Math.ceil(text.length / PIECE))
  for (let part = 0; part < parts; part++)
    await call('files.put', { file: id, part, parts, base64: text.slice(part * PIECE, (part + 1) * PIECE) })
}

/** With an own server the file comes down by its address; the cloud's door has none. */
async function fetched(id: string): Promise<string> {
  if (!API_BASE) throw new Refused('files.not_here', '这里看不了，请在电脑网页上打开')
  const header = { authorization: `Bearer ${identity.token() ?? ''}` }
  const answer = await Taro.downloadFile({ url: `${API_BASE}/files/${id}`, header }).catch(() => null)
  if (!answer) throw new Offline()
  if (answer.statusCode !== 200) throw new Refused('files.not_there', '没有找到这个文件')
  return answer.tempFilePath
}

export const picture = fetched
export function release(_address: string): void {}

export async function download(id: string, _name: string): Promise<void> {
  await Taro.openDocument({ filePath: await fetched(id), showMenu: true })
}
