import Taro from '@tarojs/taro'

/** Calls a number: the phone asks once more. On a computer the browser offers what it has. */
export async function dial(number: string): Promise<void> {
  if (process.env.TARO_ENV === 'weapp') await Taro.makePhoneCall({ phoneNumber: number }).catch(() => {})
  else window.location.href = `tel:${number}`
}
