/** Ways between pages. Paths are as in app.config: '/visits/pages/door/index'. */
import Taro, { useRouter } from '@tarojs/taro'

export type Query = { [name: string]: string | number | undefined }

/** A path with its query, as it stands in a link or a notice. */
export function path(page: string, query: Query = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`],
  )
  return pairs.length ? `${page}${page.includes('?') ? '&' : '?'}${pairs.join('&')}` : page
}

/** Opens a page on top of this one. WeChat allows ten; then this one is replaced. */
export const go = (page: string, query?: Query): Promise<unknown> => {
  const url = path(page, query)
  return Taro.getCurrentPages().length >= 10 ? Taro.redirectTo({ url }) : Taro.navigateTo({ url })
}

/** Opens a page in place of this one: the next household after one is done. */
export const replace = (page: string, query?: Query): Promise<unknown> => Taro.redirectTo({ url: path(page, query) })

/** Opens a page with nothing behind it: a tab, or home after signing in. */
export const start = (page: string, query?: Query): Promise<unknown> => Taro.reLaunch({ url: path(page, query) })

export const HOME = '/pages/home/index'

/** Goes back; home when there is nothing behind. */
export const back = (): Promise<unknown> => (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : start(HOME))

/** The query this page was opened with, decoded. */
export function useQuery(): { [name: string]: string | undefined } {
  const { params } = useRouter()
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value === undefined ? value : decode(value)]))
}
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
