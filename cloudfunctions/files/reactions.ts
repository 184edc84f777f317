/** What files do about what happens elsewhere. The table is ../reactions.ts. */
import type { Later, Reaction } from '../_kit/react'
import type { Filing, Upload } from './uploads'

/**
 * A workbook of the system's own was put into the blobs: it is filed so that whoever reaches the division can fetch it.
 * Facts: { file, division, name, bytes, by }, and its kind when it is not a report.
 */
export const reportMade: Reaction = async (tx, facts, { now }) => {
  const { file, division, name, by } = facts as { file: string; division: string; name: string; by: string }
  const bytes = Number(facts.bytes)
  const kind: Filing['kind'] = facts.kind === 'claim' ? 'claim' : 'report'
  const filing: Filing = { _id: `${file}|${division}`, file, division, kind, name, bytes, by, at: now }
  const upload: Upload = { _id: file, by: [by], bytes, at: now, filed: 1, cleaned: false }
  // the same numbers asked for by somebody else are the same file, and theirs too
  if (!(await tx.update('uploads', file, { add: { by } }))) await tx.insert('uploads', upload)
  await tx.put('filings', filing)
}

/**
 * Photos whose household is in another grid of the community by now are filed there too, so that its worker sees them. Only what was filed in
 * the community already: a form may name any file. Facts: { files, grid }.
 */
export const photosMoved: Later = async (kit, facts) => {
  const { files, grid } = facts as { files: string[]; grid: string }
  for (const file of new Set(files)) {
    const { items } = await kit.store.find<Filing>('filings', { where: { file }, limit: 100 })
    const filed = items.find(one => one.kind === 'photo' && one.division.slice(0, 12) === grid.slice(0, 12))
    if (filed) await kit.write(tx => tx.put('filings', { ...filed, _id: `${file}|${grid}`, division: grid }))
  }
}
