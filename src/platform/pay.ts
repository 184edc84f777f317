/** WeChat's own payment, inside WeChat. */
import Taro from '@tarojs/taro'

interface Ready {
  timeStamp: string
  nonceStr: string
  package: string
  signType: 'RSA'
  paySign: string
}
/** Shows WeChat's payment; false when the person turned it away. Whether money came is for the server to say. */
export async function payInWechat({ timeStamp, nonceStr, package: what, signType, paySign }: Ready): Promise<boolean> {
  try {
    await Taro.requestPayment({ timeStamp, nonceStr, package: what, signType, paySign })
    return true
  } catch {
    return false
  }
}
