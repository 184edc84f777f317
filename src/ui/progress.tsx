import { Box, Words } from './base'

/** How far a long job is: words with numbers, and a bar that draws them. `whole` 0: not known yet. */
export function Progress({ label, done, whole, note }: { label: string; done: number; whole: number; note?: string }) {
  const percent = whole > 0 ? Math.min(100, Math.round((done / whole) * 100)) : 0
  return (
    <Box className="k-progress" aria={{ role: 'status', live: 'polite' }}>
      <Box className="k-card-head">
        <Words className="k-row-title">{label}</Words>
        <Words className="k-soft">{whole > 0 ? `${percent}%` : '正在准备'}</Words>
      </Box>
      <Box className="k-progress-track" aria={{ hidden: true }}>
        <Box className="k-progress-done" style={{ width: `${percent}%` }} />
      </Box>
      {note ? <Box className="k-note">{note}</Box> : null}
    </Box>
  )
}
