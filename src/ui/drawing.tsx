import { type DrawingName, drawn } from './drawings'

export type { DrawingName }

/** A drawing for an empty state; decoration only. */
export const Drawing = ({ name }: { name: DrawingName }) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the kit's own constant drawing
  <svg className="k-drawing" viewBox="0 0 160 120" aria-hidden="true" dangerouslySetInnerHTML={{ __html: drawn(name) }} />
)
