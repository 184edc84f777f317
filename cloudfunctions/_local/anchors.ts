/** Where the heads of the audit chains are written down outside the store: a file that is only appended to, one JSON line a head. */
import { open, readFile } from 'node:fs/promises'
import type { Anchor, Anchors } from '../_kit/seal'

/** Reads the file once and then keeps the latest head of each chain. A torn last line (power loss) is passed over. */
export async function fileAnchors(file: string): Promise<Anchors> {
  const text = await readFile(file, 'utf8').catch(ignoreAbsent)
  const latest = new Map<string, Anchor>()
  const remember = (anchor: Anchor) => latest.set(anchor.chain, anchor)
  for (const line of text.split('\n')) {
    const anchor = parsed(line)
    if (anchor) remember(anchor)
  }
  let torn = text !== '' && !text.endsWith('\n')
  return {
    async append(anchors) {
      await appendDurably(file, (torn ? '\n' : '') + anchors.map(one => `${JSON.stringify(one)}\n`).join(''))
      torn = false
      anchors.forEach(remember)
    },
    last: async chain => latest.get(chain) ?? null,
  }
}

async function appendDurably(file: string, text: string) {
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.appendFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const ignoreAbsent = (error: { code?: string }): string => {
  if (error.code === 'ENOENT') return ''
  throw error
}

function parsed(line: string): Anchor | null {
  try {
    return line ? (JSON.parse(line) as Anchor) : null
  } catch {
    return null
  }
}
