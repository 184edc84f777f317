/** H5: a shift goes into the calendar as an .ics file, which the phone or the computer opens. */
export interface CalendarEntry {
  title: string
  place: string
  /** ms */
  from: number
  to: number
}
type File = { name: string; text: string }
/** entry: it is in the calendar; file: it was handed over as a file, which has to be opened. */
export type Put = 'entry' | 'file'

/** Puts an entry into the phone's own calendar. `file` answers it as .ics; null when it could not be had. Null: it was not put there. */
export async function putInCalendar(_entry: CalendarEntry, file: () => Promise<File | null>): Promise<Put | null> {
  const found = await file()
  if (!found) return null
  const address = URL.createObjectURL(new Blob([found.text], { type: 'text/calendar;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = found.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return 'file'
}

/** The whole address of a path of our server, for other programs. */
export const addressOf = (path: string): string | null => `${window.location.origin}${path}`
