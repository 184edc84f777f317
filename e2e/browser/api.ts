/** Looking behind the screens: the same HTTP door, asked directly. */
import type { InputOf, Name, OutputOf } from '@domain'

export interface Caller {
  call<N extends Name>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  /** Status and body, for calls that must be turned away. */
  answer(name: string, input: unknown): Promise<{ status: number; body: { ok?: unknown; refused?: { code: string; message: string } } }>
}
let turn = 0

export function caller(url: string, token?: string): Caller {
  const answer: Caller['answer'] = async (name, input) => {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': `e2e-${process.pid}-${Date.now()}-${++turn}`,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    }
    const response = await fetch(`${url}/api/${name}`, { method: 'POST', headers, body: JSON.stringify(input) })
    return { status: response.status, body: (await response.json()) as { ok?: unknown } }
  }
  return {
    answer,
    async call<N extends Name>(name: N, input: InputOf<N>) {
      const { status, body } = await answer(name, input)
      if (!('ok' in body)) throw new Error(`${name} answered ${status} ${JSON.stringify(body)}`)
      return body.ok as OutputOf<N>
    },
  }
}

/** Signs in as one of the demo people with a session apart from the browser's. */
export async function asDemo(url: string, role: string): Promise<Caller & { name: string; division: string }> {
  const people = await caller(url).call('account.demo_people', {})
  const found = people.find(one => one.role === role)
  if (!found) throw new Error(`no demo person is ${role}: ${people.map(one => `${one.name} ${one.role}`).join(', ')}`)
  const { token } = await caller(url).call('account.enter_demo', { person: found.person })
  return { ...caller(url, token), name: found.name, division: found.division }
}
