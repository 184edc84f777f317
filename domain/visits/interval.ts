/** How often a door is knocked: the shortest interval among the household's current tags, else the default. */

/** What the rules need to know of a tag kind (a part of people's TagKind). */
export interface Kind {
  code: string
  name: string
  every?: number
  weight: number
}
/** A tag somebody has, from a day until a day (inclusive; open when absent). */
export type Span = {
  code: string
  since: string
  until?: string
}
export interface Interval {
  every: number
  /** What the tags together add to urgency, 0-100. */
  weight: number
  /** Codes of the current tags that ask for visits or weigh, the most frequent first: they are the "why". */
  tags: string[]
}

/** Days between visits where no tag asks for more: every door about twice a year. */
export const DEFAULT_EVERY = 180

const holds = (span: Span, day: string) => span.since <= day && (span.until === undefined || day <= span.until)

/** The codes of the tags that hold on a day, each once. */
export const tagsOn = (spans: Span[], day: string) => [...new Set(spans.filter(span => holds(span, day)).map(span => span.code))]

/** The interval that tags ask for. Codes without a kind count for nothing. */
export function intervalOf(codes: string[], kinds: Kind[]): Interval {
  const found = kinds.filter(kind => codes.includes(kind.code))
  const rank = (kind: Kind) => kind.every ?? 1000
  const asking = found.sort((a, b) => rank(a) - rank(b) || b.weight - a.weight || (a.code < b.code ? -1 : 1))
  return {
    every: asking[0]?.every ?? DEFAULT_EVERY,
    weight: Math.min(
      100,
      found.reduce((sum, kind) => sum + kind.weight, 0),
    ),
    tags: asking.map(kind => kind.code),
  }
}

/** The next day after `today` on which a tag begins or has ended, so that the due date must be worked out anew. */
export function nextTurn(spans: Span[], today: string, dayAfter: (day: string) => string): string | undefined {
  const turns = spans.flatMap(span => [span.since, ...(span.until ? [dayAfter(span.until)] : [])])
  return turns.filter(day => day > today).sort()[0]
}
