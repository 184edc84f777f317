/** The part of autocannon that is used here; it brings no types. */
declare module 'autocannon' {
  interface Request {
    headers?: { [name: string]: string }
  }
  interface Options {
    url: string
    method: 'POST'
    connections: number
    duration: number
    body: string
    headers: { [name: string]: string }
    requests: { setupRequest(request: Request): Request }[]
  }
  interface Result {
    requests: { average: number }
    non2xx: number
    errors: number
  }
  export default function autocannon(options: Options): Promise<Result>
}
