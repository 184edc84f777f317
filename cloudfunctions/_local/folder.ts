/** What lies where in a data folder. One place, so that the server, the command line and the backup mean the same files. */
import { join } from 'node:path'

/** The store's file. `npm start -- --store sqlite:FILE` puts it elsewhere. */
export const storeFile = (data: string) => process.env.LIANGLIN_STORE?.replace(/^sqlite:?/, '') || join(data, 'store.db')
/** Photos and workbooks, by the hash of their bytes. */
export const blobsFolder = (data: string) => join(data, 'blobs')
/** The heads of the audit chains: outside the store, only ever appended to. */
export const anchorsFile = (data: string) => join(data, 'anchors.jsonl')
/** How the command line finds the running server: { pid, port, token }, readable by its owner only. */
export const serverFile = (data: string) => join(data, 'server.json')
