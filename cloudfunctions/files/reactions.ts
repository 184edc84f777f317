/** What files do about what happens elsewhere. The table is ../reactions.ts. */
import type { Reaction } from '../_kit/react'
import type { Filing, Upload } from './uploads'

/** A job has put a workbook of its own into the blobs: it is filed so that whoever reaches the division can fetch it. Facts: { file, division, name, bytes, by }. */
export const reportMade: Reaction = async (tx, facts, { now }) => {
  const { file, division, name, by } = facts as { file: string; division: string; name: string; by: string }
  const bytes = Number(facts.bytes)
  const filing: Filing = { _id: `${file}|${division}`, file, division, kind: 'report', name, bytes, by, at: now }
  const upload: Upload = { _id: file, by: [by], bytes, at: now, filed: 1, cleaned: false }
  if (!(await tx.get('uploads', file))) await tx.insert('uploads', upload)
  await tx.put('filings', filing)
}
