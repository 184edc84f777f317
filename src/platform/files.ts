/** H5: bytes go up and down beside the operations, by their SHA-256. */
import { fromBase64 } from './base64'
import { identity } from './call'
import { Broken, Offline, Refused } from './failures'
import { answered } from './network'
import { sha256 } from './sha256'

export { sha256 }

const url = (id: string) => `${API_BASE}/files/${id}`
const bearer = () => ({ authorization: `Bearer ${identity.token() ?? ''}` })

async function ask(id: string, how: RequestInit): Promise<Response> {
  const answer = await fetch(url(id), { ...how, headers: { ...bearer(), ...how.headers } }).catch(() => null)
  answered(answer !== null)
  if (!answer) throw new Offline()
  if (answer.ok) return answer
  if ([502, 503, 504].includes(answer.status)) throw new Offline()
  const body: unknown = await answer.json().catch(() => null)
  const refused = (body as { refused?: { code: string; message: string; at?: string } } | null)?.refused
  if (refused && refused.code !== 'call.bug')
    throw new Refused(answer.status === 401 ? 'call.nobody' : refused.code, refused.message, refused.at)
  throw new Broken(answer.headers.get('x-request-id') ?? undefined)
}

/** Puts bytes up under their hash; putting them twice is putting them once. Throws like `call`. */
export async function upload(id: string, bytes: Uint8Array<ArrayBuffer> | string): Promise<void> {
  const body = typeof bytes === 'string' ? fromBase64(bytes) : bytes
  await ask(id, { method: 'PUT', body: new Blob([body]), headers: { 'content-type': 'application/octet-stream' } })
}

/** An address under which a picture of ours can be shown; give it back with `release`. */
export async function picture(id: string): Promise<string> {
  return URL.createObjectURL(await (await ask(id, { method: 'GET' })).blob())
}
export const release = (address: string): void => URL.revokeObjectURL(address)

/** Fetches a file and hands it to the person under a name. */
export async function download(id: string, name: string): Promise<void> {
  const address = await picture(id)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => release(address), 60_000)
}
