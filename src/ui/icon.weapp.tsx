import { View } from '@tarojs/components'
import type { IconProps } from './icon'
import { icons } from './icons'

const TONES = {
  ink: '#221D17',
  soft: '#5F574C',
  accent: '#B93A17',
  ok: '#2B6A3D',
  warn: '#8A5800',
  bad: '#B3261E',
  info: '#1C5E9E',
  white: '#FFFFFF',
}

/** WeChat draws no inline SVG: the icon becomes a background picture in its colour. */
export const Icon = ({ name, size = 22, tone = 'ink' }: IconProps) => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="${TONES[tone]}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${icons[name]}</svg>`
  const picture = `url("data:image/svg+xml,${encodeURIComponent(drawing)}")`
  return <View className="k-icon" aria-hidden="true" style={{ width: `${size}px`, height: `${size}px`, backgroundImage: picture }} />
}
