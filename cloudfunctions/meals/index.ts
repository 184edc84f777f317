/** The cloud function `meals`. */
import { serveCloud } from '../_kit/cloud'

export const main = serveCloud('meals')
