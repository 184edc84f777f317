/** The cloud function `files`. */
import { serveCloud } from '../_kit/cloud'

export const main = serveCloud('files')
