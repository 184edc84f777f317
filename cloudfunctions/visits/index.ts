/** The cloud function `visits`. */
import { serveCloud } from '../_kit/cloud'

export const main = serveCloud('visits')
