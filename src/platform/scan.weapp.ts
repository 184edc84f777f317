import Taro from '@tarojs/taro'

export const canScan = (): boolean => true

/** Lets WeChat read a QR code; null when the person thinks better of it. */
export async function scan(): Promise<string | null> {
  const read = await Taro.scanCode({ scanType: ['qrCode'] }).catch(() => null)
  return read?.result ?? null
}
