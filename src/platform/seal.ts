/** Text sealed with AES-256-GCM under a key the browser will not give out. WebCrypto exists on HTTPS and loopback only. */

/** A new key that can be used and stored by the browser, but never read. */
export const newKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']) as Promise<CryptoKey>

/** `name` is bound to the text as additional data: a sealed value moved to another name does not open. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>
  data: ArrayBuffer
}
const about = (name: string) => new TextEncoder().encode(name)

export async function seal(key: CryptoKey, name: string, text: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: about(name) }, key, new TextEncoder().encode(text))
  return { iv, data }
}

/** Rejects when the value was changed or belongs to another name or key. */
export async function open(key: CryptoKey, name: string, { iv, data }: Sealed): Promise<string> {
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: about(name) }, key, data))
}
