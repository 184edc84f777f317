import { path, type Query } from './go'

/** H5: where a page is found by whoever has no app, for a QR code or a link on paper: the address this one was opened under. */
export const address = (page: string, query: Query = {}): string =>
  `${window.location.origin}${window.location.pathname}#${path(page, query)}`
