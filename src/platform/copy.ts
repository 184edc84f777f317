import Taro from '@tarojs/taro'

/** Puts words where they can be pasted; false when the phone does not let us. */
export const copy = (words: string): Promise<boolean> =>
  Taro.setClipboardData({ data: words }).then(
    () => true,
    () => false,
  )
