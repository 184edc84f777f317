/** How a refusal looks over HTTP. In WeChat cloud there is no status: the refusal itself is the answer. */
const EXACT: { [code: string]: number } = {
  'call.nobody': 401,
  'call.unknown': 404,
  'call.too_large': 413,
  'files.too_large': 413,
  'call.input': 422,
  'call.bad_cursor': 422,
  'call.key_missing': 422,
  'call.bug': 500,
}
const TOO_MANY = /\.(too_many|too_soon|too_many_reveals)$/
const WRONG_INPUT = /\.(\w+_wrong|wrong_\w+|not_a_\w+|file_unreadable|no_columns|no_outcome|in_the_future|too_old)$/

/** 401 nobody; 404 not there or not allowed; 409 key reused or the state does not allow it; 413; 422 input; 429; 500 a bug. */
export function statusOf(code: string): number {
  if (EXACT[code]) return EXACT[code]
  if (code.endsWith('.not_there')) return 404
  if (TOO_MANY.test(code)) return 429
  return WRONG_INPUT.test(code) ? 422 : 409
}
