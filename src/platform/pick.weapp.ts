import Taro from '@tarojs/taro'
import type { Picked } from './pick'

/** In WeChat a file comes from a chat: send it to yourself first. */
export async function pickWorkbook(): Promise<Picked | null> {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx', 'csv'] }).catch(() => null)
  if (!chosen) return null
  const { name, path } = chosen.tempFiles[0]
  return { name, bytes: new Uint8Array(Taro.getFileSystemManager().readFileSync(path) as ArrayBuffer) }
}
