/** H5: the door behind one HTTP port. Taro picks transport.weapp.ts on WeChat. */

/** How this build reaches the server: 'http' carries a bearer, 'cloud' is known by the platform. */
export const FRONT: 'http' | 'cloud' = 'http'

export interface Reply {
  status: number
  body: unknown
  requestId?: string
}
export interface Envelope {
  key: string
  token?: string
  /** Milliseconds until no answer counts as none. */
  patience: number
}

/** Makes the transport ready; only the cloud needs it. */
export function openTransport(): void {}

/** Carries one call. Rejects when no answer came. */
export async function transport(name: string, input: unknown, { key, token, patience }: Envelope): Promise<Reply> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patience)
  try {
    const answer = await fetch(`${API_BASE}/${name}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify(input),
      signal: stop.signal,
      credentials: 'omit',
    })
    const body: unknown = await answer.json().catch(() => null)
    return { status: answer.status, body, requestId: answer.headers.get('x-request-id') ?? undefined }
  } finally {
    clearTimeout(timer)
  }
}
