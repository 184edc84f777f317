/** Everything that stands behind the door on this machine: the embedded store, its keys, the files, the clock. The server and the command line open the same house. */
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { createClock } from '../_kit/clock'
import { assertKeys, keysFileOf, loadKeys } from '../_kit/keys'
import type { Log } from '../_kit/react'
import { createSecrets } from '../_kit/secrets'
import { createDoor, type Door, type House } from '../_kit/serve'
import { openStore } from '../_kit/store/sqlite'
import { onWake } from '../_kit/wake'
import { jobs } from '../clock/jobs'
import { collections, operations } from '../features'
import { payingFrom } from '../paying'
import { reactions } from '../reactions'
import { fileAnchors } from './anchors'
import { diskBlobs } from './blobs'
import { anchorsFile, blobsFolder, storeFile } from './folder'
import { type Time, timeFrom } from './now'
import { pictures } from './pictures'
import { pushingFrom } from './pushing'
import { sender } from './sender'

export interface Opening {
  /** The data folder; made when it is absent. */
  data: string
  /** The store's file when it is not in the data folder. */
  store?: string
  demo: boolean
  /** Where the clock begins (LIANGLIN_NOW); demo mode only. */
  start?: string
  log: Log
}
export interface Opened {
  house: House
  door: Door
  time: Time
  /** Runs the clock's jobs that are due; one run at a time. */
  tick(): Promise<{ [job: string]: number }>
  /** Waits for a running tick, then closes the store. */
  close(): Promise<void>
}

/** Opens a data folder. Throws Unusable with one Chinese sentence when it cannot be used. */
export async function openHouse({ data, store: file = storeFile(data), demo, start, log }: Opening): Promise<Opened> {
  const time = timeFrom(start, demo)
  for (const folder of [data, dirname(file)]) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const secrets = createSecrets(loadKeys({ env: process.env, file: keysFileOf(data) }))
  const [store, anchors] = [await openStore({ file, collections }), await fileAnchors(anchorsFile(data))]
  await assertKeys(store, secrets).catch(async error => {
    await store.close()
    throw error
  })
  const blobs = diskBlobs(blobsFolder(data))
  const pay = payingFrom(process.env, time.now)
  const push = pushingFrom(process.env, time.now)
  const shared = {
    ...(pay ? { pay } : {}),
    ...(push ? { push } : {}),
    store,
    secrets,
    blobs,
    anchors,
    log,
    reactions,
    now: time.now,
    id: () => randomBytes(18).toString('base64url'),
  }
  const house: House = { ...shared, pictures: await pictures(), demo, sendCode: sender(process.env), operations, collections }
  const clock = createClock(shared, jobs)
  let ticking: Promise<{ [job: string]: number }> = Promise.resolve({})
  const tick = () => {
    ticking = ticking.catch(() => ({})).then(() => clock.tick())
    return ticking
  }
  const quiet = onWake(() => void tick().catch(error => log.error({ error: String(error) }, 'a tick failed')))
  return {
    ...{ house, door: createDoor(house), time, tick },
    async close() {
      quiet()
      await ticking.catch(() => ({}))
      await store.close()
    },
  }
}
