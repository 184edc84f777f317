/** Finds the browser the tests drive, or installs it where that can be done without asking. Node built-ins only. */
import { existsSync } from 'node:fs'
import { run, Stop } from './say.mjs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The browser's program file. Throws a sentence that says how to get one. */
export async function findBrowser() {
  const given = process.env.CHROME_PATH
  if (given && !existsSync(given)) throw new Stop(`CHROME_PATH 指的 ${given} 不存在，请改一下。`)
  return given ?? there() ?? (await installed())
}

const there = () => PLACES.find(place => existsSync(place))

/** On Debian and its kin, as root, the system's own Chromium with a Chinese font; nowhere else does a test install software. */
async function installed() {
  const how =
    '浏览器测试需要 Chromium：Debian 或 Ubuntu 上运行 sudo apt-get install chromium fonts-noto-cjk，苹果电脑上装 Google Chrome，或者用 CHROME_PATH 指出它在哪里。'
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Stop(how)
  console.error('正在安装 Chromium 和中文字体，大约要一分钟……')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const get = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']
  let { code } = await run('apt-get', get, { env })
  if (code !== 0) {
    await run('apt-get', ['update'], { env })
    code = (await run('apt-get', get, { env })).code
  }
  const found = there()
  if (code !== 0 || !found) throw new Stop(`Chromium 没有装上。${how}`)
  return found
}
