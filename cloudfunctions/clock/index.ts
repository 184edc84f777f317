/** The cloud function `clock`. */
import { serveCloud } from '../_kit/cloud'

export const main = serveCloud('clock')
