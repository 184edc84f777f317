/**
 * Field encryption and blind indexes (NORMS S14). A sealed text is `v1.<key id>.<iv>.<ciphertext and tag>`, base64url; the place it stands
 * in (collection/id/field) is authenticated with it, so a ciphertext moved elsewhere does not open.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import type { Secrets } from './context'

/** `data[0]` seals; the others still open what they sealed (rotation). Each key is 32 bytes. */
export interface Keys {
  data: Buffer[]
  index: Buffer
}

/** The first 8 hex digits of a key's SHA-256: names a key without telling it. */
export const keyId = (key: Buffer) => createHash('sha256').update(key).digest('hex').slice(0, 8)

/** A shorter tag would be taken without this, and is easier to guess. */
const TAG = { authTagLength: 16 }

const aad = (at: { collection: string; id: string; field: string }) => Buffer.from(`${at.collection}/${at.id}/${at.field}`)

export function createSecrets(keys: Keys): Secrets {
  const byId = new Map(keys.data.map(key => [keyId(key), key]))
  const current = keys.data[0]
  return {
    seal(plain, at) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', current, iv, TAG).setAAD(aad(at))
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `v1.${keyId(current)}.${iv.toString('base64url')}.${text.toString('base64url')}`
    },
    open(sealed, at) {
      const [version, id, iv, text] = sealed.split('.')
      const key = byId.get(id)
      if (version !== 'v1' || !key || !text) throw new Error(`cannot open ${at.collection}/${at.field}: unknown form or key ${id}`)
      const bytes = Buffer.from(text, 'base64url')
      const plain = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), TAG).setAAD(aad(at)).setAuthTag(bytes.subarray(-16))
      return Buffer.concat([plain.update(bytes.subarray(0, -16)), plain.final()]).toString('utf8')
    },
    blind: (field, value) => createHmac('sha256', keys.index).update(`${field}\0${value}`).digest('base64url'),
  }
}
