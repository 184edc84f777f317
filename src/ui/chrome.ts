import type { CSSProperties } from 'react'

/** Room that the platform's own controls take from the bar: none in a browser. */
export const barRoom = (): CSSProperties | undefined => undefined
