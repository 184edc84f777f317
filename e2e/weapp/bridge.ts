/** wx.cloud.callFunction joined to the real door and the real store in this process, the way a cloud function's entry is. */
import type { Town } from '../../cloudfunctions/_kit/testing'
import type { Cloud } from './host/phone'

interface CloudCall {
  operation: string
  input: unknown
  key?: string
}
const APPID = 'touristappid'

/** Who holds the phone is settled by the platform: `openid` never comes from what was sent. */
export const bridge =
  (town: Town, openid: string): Cloud =>
  async ({ name, data }) => {
    const { operation, input, key } = data as CloudCall
    const { body } = await town.door.answer({ name: `${name}.${operation}`, input, key, platform: { openid, appid: APPID } })
    return body
  }
