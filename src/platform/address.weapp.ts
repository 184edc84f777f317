import { path, type Query } from './go'

/** Where a page is found on the web: beside an own server's API. In WeChat cloud nobody has said where: ''. */
export const address = (page: string, query: Query = {}): string =>
  API_BASE ? `${API_BASE.replace(/\/api$/, '')}/#${path(page, query)}` : ''
