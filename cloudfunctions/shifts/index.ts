/** The cloud function `shifts`. */
import { serveCloud } from '../_kit/cloud'

export const main = serveCloud('shifts')
