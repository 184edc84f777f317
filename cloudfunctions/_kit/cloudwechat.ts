/** WeChat's subscription messages through its own SDK, inside a cloud function. `subscribeMessage.send` must be declared in the function's config.json. */
import type { WechatMessage } from './push'

/** What is used of the SDK. */
export interface CloudMessages {
  openapi: {
    subscribeMessage: {
      send(message: { touser: string; templateId: string; page?: string; data: WechatMessage['data']; lang: string }): Promise<unknown>
    }
  }
}

/** The SDK throws WeChat's code as errCode; its own trouble (-501001 and the like) says nothing about whether a message left. */
export function cloudWechat(cloud: CloudMessages): (message: WechatMessage) => Promise<number> {
  return async ({ openid, template, page, data }) => {
    try {
      await cloud.openapi.subscribeMessage.send({ touser: openid, templateId: template, ...(page ? { page } : {}), data, lang: 'zh_CN' })
      return 0
    } catch (error) {
      const code = Number((error as { errCode?: number }).errCode)
      if (code > 0 || code === -1 || code === -604101) return code
      throw error
    }
  }
}
