/** WeChat's server APIs beside the stand-in gateway, for tests: the SDK's call comes as a form with a protobuf inside, and is answered in kind (CLOUDBASE.md §5). */

export interface Asked {
  api: string
  /** Fields as they came over the wire: in snake case. */
  data: { [field: string]: unknown }
}
export interface OpenApi {
  /** Answers a call of the API; null for other requests. */
  serve(contentType: string, body: Buffer): Buffer | null
  asked: Asked[]
  /** Codes the next calls are answered with; then 0. */
  codes: number[]
}

export function openApi(): OpenApi {
  const [asked, codes]: [Asked[], number[]] = [[], []]
  return {
    asked,
    codes,
    serve(contentType, body) {
      const boundary = /boundary=(.+)$/.exec(contentType)?.[1]
      if (!boundary) return null
      const parts = partsOf(body, boundary)
      if (String(parts.action) !== 'wx.openApi') return null
      asked.push({ api: String(parts.apiName), data: pairsOf(parts.requestData) })
      const errcode = codes.shift() ?? 0
      return answerOf(JSON.stringify({ errcode, errmsg: errcode === 0 ? 'ok' : 'refused' }))
    },
  }
}

/** The parts of a form by name. latin1 keeps every byte one letter. */
function partsOf(body: Buffer, boundary: string): { [name: string]: Buffer } {
  const parts = body.toString('latin1').split(`--${boundary}`)
  const named = parts.flatMap(part => {
    const found = /name="(\w+)"[\s\S]*?\r\n\r\n([\s\S]*)\r\n$/.exec(part)
    return found ? [[found[1], Buffer.from(found[2], 'latin1')] as const] : []
  })
  return Object.fromEntries(named)
}

interface Field {
  field: number
  bytes: Buffer
}
/** The fields of a protobuf message; only numbers and lengths, which is all that comes here. */
function fieldsOf(bytes: Buffer): Field[] {
  const fields: Field[] = []
  for (let at = 0; at < bytes.length; ) {
    const [tag, afterTag] = varint(bytes, at)
    const [number, after] = varint(bytes, afterTag)
    const end = (tag & 7) === 2 ? after + number : after
    fields.push({ field: tag >> 3, bytes: bytes.subarray(after, end) })
    at = end
  }
  return fields
}
function varint(bytes: Buffer, from: number): [value: number, next: number] {
  let value = 0
  for (let at = from, shift = 0; ; at++, shift += 7) {
    value |= (bytes[at] & 0x7f) << shift
    if (bytes[at] < 0x80) return [value, at + 1]
  }
}

/** CommApiData { openapiData = 2 { pairs = 1 { key = 1, value = 2 } } } */
function pairsOf(data: Buffer): { [field: string]: unknown } {
  const pairs = fieldsOf(fieldsOf(data).find(one => one.field === 2)?.bytes ?? Buffer.alloc(0))
  const entries = pairs.map(({ bytes }) => {
    const [key, value] = [1, 2].map(wanted => String(fieldsOf(bytes).find(one => one.field === wanted)?.bytes ?? ''))
    return [key, /^[{["\d]/.test(value) ? JSON.parse(value) : value]
  })
  return Object.fromEntries(entries)
}

/** CommOpenApiResp { respData = 1, contentType = 2 } */
function answerOf(text: string): Buffer {
  const field = (number: number, bytes: Buffer) => Buffer.concat([Buffer.from([(number << 3) | 2, bytes.length]), bytes])
  return Buffer.concat([field(1, Buffer.from(text)), field(2, Buffer.from('application/json'))])
}
