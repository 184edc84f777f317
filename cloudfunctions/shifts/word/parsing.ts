/** A strict small reader of RFC 5545, for tests: it takes nothing that a picky calendar would not. */

export interface Read {
  properties: { [name: string]: string }
  events: { [name: string]: string }[]
}
/** RFC 5545 3.1: lines end in CRLF and have at most 75 octets. */
const MOST = 75
const NEEDED = ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SEQUENCE', 'SUMMARY', 'STATUS']

const unescaped = (text: string) => text.replace(/\\([\\;,nN])/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter))

function linesOf(text: string): string[] {
  if (!/\r\nEND:VCALENDAR(\r\n)?$/.test(text)) throw new Error('it does not end with END:VCALENDAR')
  if (/[^\r]\n|\r[^\n]/.test(text)) throw new Error('a line does not end in CRLF')
  for (const line of text.split('\r\n')) if (Buffer.byteLength(line) > MOST) throw new Error(`a line of ${Buffer.byteLength(line)} octets`)
  return text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(line => line !== '')
}

/** Throws at whatever is not as it must be. An event's alarm is given as `alarm`. */
export function parse(text: string): Read {
  const read: Read = { properties: {}, events: [] }
  const open: string[] = []
  for (const line of linesOf(text)) {
    const found = /^([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)$/.exec(line)
    if (!found) throw new Error(`not a line: ${line}`)
    const [, name, parameters, value] = found
    if (name === 'BEGIN') {
      open.push(value)
      if (value === 'VEVENT') read.events.push({})
    } else if (name === 'END') {
      if (open.pop() !== value) throw new Error(`${value} ends without having begun`)
    } else keep(read, open.join('/'), name, { value, parameters })
  }
  if (open.length > 0) throw new Error(`${open} does not end`)
  for (const event of read.events) whole(event)
  return read
}

function keep(read: Read, at: string, name: string, { value, parameters }: { value: string; parameters: string }) {
  const event = read.events.at(-1)
  if (at === 'VCALENDAR') read.properties[name] = unescaped(value)
  else if (at === 'VCALENDAR/VEVENT/VALARM' && event) {
    if (name === 'TRIGGER') event.alarm = value
  } else if (at === 'VCALENDAR/VEVENT' && event) {
    if (event[name] !== undefined) throw new Error(`${name} twice`)
    if (parameters.includes('TZID')) throw new Error('a time of a zone')
    event[name] = unescaped(value)
  } else throw new Error(`${name} in ${at}`)
}

function whole(event: { [name: string]: string }) {
  for (const name of NEEDED) if (!event[name]) throw new Error(`no ${name}`)
  for (const name of ['DTSTAMP', 'DTSTART', 'DTEND'])
    if (!/^\d{8}T\d{6}Z$/.test(event[name])) throw new Error(`${name} is not UTC: ${event[name]}`)
  if (event.DTEND <= event.DTSTART) throw new Error('it ends before it begins')
}
