const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'

/** A new id of 24 URL-safe characters: 144 random bits where the platform has them. WeChat has no synchronous source, and a key needs only to be unique. */
export function newId(): string {
  const bytes = new Uint8Array(24)
  if (typeof crypto !== 'undefined') crypto.getRandomValues(bytes)
  else for (let i = 0; i < 24; i++) bytes[i] = Math.floor(Math.random() * 256)
  return Array.from(bytes, byte => LETTERS[byte & 63]).join('')
}
