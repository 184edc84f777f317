/** A text file as a table: UTF-8 with or without its mark, UTF-16 or GBK, with commas, semicolons or tabs. */
import { parse } from 'csv-parse/sync'

/** The rows as they stand, or why they cannot be read: bytes that are no text, quotes that do not close. */
export function rowsOf(bytes: Uint8Array): string[][] | 'binary' | 'quotes' {
  const text = decoded(bytes)
  if (text.includes('\0')) return 'binary'
  const options = { delimiter: separatorOf(text), bom: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: false }
  try {
    return parse(text, options) as string[][]
  } catch {
    return 'quotes'
  }
}

/** Only valid UTF-8 reads as UTF-8; the other text files of a Chinese office are GBK, of which GB 18030 is the whole. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** The separator that stands in most of the first lines. */
function separatorOf(text: string): string {
  const lines = text.slice(0, 20_000).split(/\r?\n/).slice(0, 30)
  const count = (separator: string) => lines.filter(line => line.split(separator).length > 2).length
  return [',', '\t', ';', '，'].sort((a, b) => count(b) - count(a))[0]
}
