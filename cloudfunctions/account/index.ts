/** The cloud function `account`. */
import { serveCloud } from '../_kit/cloud'

export const main = serveCloud('account')
