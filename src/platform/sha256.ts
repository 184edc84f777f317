/** SHA-256 (FIPS 180-4) in plain TypeScript: WeChat has no WebCrypto, and a file's id is needed without signal. 300 KB take some 10 ms. */

const primes = (count: number) => {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) if (found.every(p => n % p)) found.push(n)
  return found
}
const fraction = (x: number) => ((x - Math.floor(x)) * 2 ** 32) | 0
const K = primes(64).map(p => fraction(Math.cbrt(p)))
const START = primes(8).map(p => fraction(Math.sqrt(p)))
const turn = (x: number, by: number) => (x >>> by) | (x << (32 - by))

/** The message with its end mark and length, as 32-bit words in blocks of 16. */
function padded(bytes: Uint8Array): Uint32Array {
  const words = new Uint32Array((((bytes.length + 8) >> 6) + 1) * 16)
  for (let i = 0; i < bytes.length; i++) words[i >> 2] |= bytes[i] << (24 - (i & 3) * 8)
  words[bytes.length >> 2] |= 0x80 << (24 - (bytes.length & 3) * 8)
  words[words.length - 1] = bytes.length * 8
  words[words.length - 2] = Math.floor(bytes.length / 2 ** 29)
  return words
}

function schedule(words: Uint32Array, block: number, w: Int32Array) {
  for (let i = 0; i < 16; i++) w[i] = words[block + i]
  for (let i = 16; i < 64; i++) {
    const a = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ (w[i - 15] >>> 3)
    const b = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ (w[i - 2] >>> 10)
    w[i] = (w[i - 16] + a + w[i - 7] + b) | 0
  }
}

function compress(hash: Int32Array, w: Int32Array) {
  let [a, b, c, d, e, f, g, h] = hash
  for (let i = 0; i < 64; i++) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  for (const [i, x] of [a, b, c, d, e, f, g, h].entries()) hash[i] = (hash[i] + x) | 0
}

/** The hash in hex, 64 characters. */
export function sha256(bytes: Uint8Array): string {
  const words = padded(bytes)
  const hash = Int32Array.from(START)
  const w = new Int32Array(64)
  for (let block = 0; block < words.length; block += 16) {
    schedule(words, block, w)
    compress(hash, w)
  }
  return Array.from(hash, x => (x >>> 0).toString(16).padStart(8, '0')).join('')
}
