import { View } from '@tarojs/components'
import { attributes } from './aria'
import type { CodeProps } from './code'
import { qrOf } from './qr'

export type { CodeProps }

/** WeChat draws no inline SVG: the code becomes a background picture. */
export function Code({ text, label }: CodeProps) {
  const { size, path } = qrOf(text)
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#221d17"/></svg>`
  return (
    <View
      className="k-code"
      style={{ backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(drawing)}")` }}
      {...attributes({ role: 'img', label })}
    />
  )
}
