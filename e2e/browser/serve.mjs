// The real server as its own process: `node serve.mjs '{"port":8181,"host":"127.0.0.1","data":"...","demo":true,"h5":"..."}'`.
// Bundles it when it is out of date, as `npm start` does, but serves the H5 build it is told to.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildLocal } from '../../scripts/build.mjs'

const chosen = JSON.parse(process.argv[2])
const { file, build } = await buildLocal('main', 'cloudfunctions/_local/main.ts')
const { start } = await import(pathToFileURL(file).href)
await start({ rate: 1e9, store: { file: path.join(chosen.data, 'store.db') }, ...chosen, build })
