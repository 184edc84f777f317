import { HIGH, WIDE } from './charting'

/** The picture of a chart; decoration only: the sentence and the table beside it say the same. */
export const Plot = ({ markup }: { markup: string }) => (
  <svg
    className="k-plot"
    viewBox={`0 0 ${WIDE} ${HIGH}`}
    preserveAspectRatio="none"
    aria-hidden="true"
    // biome-ignore lint/security/noDangerouslySetInnerHtml: made of numbers by charting.ts
    dangerouslySetInnerHTML={{ __html: markup }}
  />
)
