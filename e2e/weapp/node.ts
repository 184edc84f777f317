/** The door and the store are Node programs, jsdom's world lacks what they stand on. The mini-program's own code never sees these names (host/logic.ts). */
import { clearImmediate, setImmediate } from 'node:timers'
import { TextDecoder, TextEncoder } from 'node:util'

Object.assign(globalThis, { setImmediate, clearImmediate, TextEncoder, TextDecoder })
