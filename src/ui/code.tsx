import { qrOf } from './qr'

export interface CodeProps {
  /** What is in it. */
  text: string
  /** What it is for, for those who cannot see it: 取餐码 4096. */
  label: string
}

/** A QR code, black on white, as large as a palm. */
export function Code({ text, label }: CodeProps) {
  const { size, path } = qrOf(text)
  return (
    <svg className="k-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#221d17" />
    </svg>
  )
}
