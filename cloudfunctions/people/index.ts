/** The cloud function `people`. */
import { serveCloud } from '../_kit/cloud'

export const main = serveCloud('people')
