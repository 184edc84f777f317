/** The cloud function `notices`. */
import { serveCloud } from '../_kit/cloud'

export const main = serveCloud('notices')
