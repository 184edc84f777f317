import { View } from '@tarojs/components'
import { HIGH, WIDE } from './charting'

/** WeChat draws no inline SVG: the picture becomes a background. */
export const Plot = ({ markup }: { markup: string }) => {
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDE} ${HIGH}" preserveAspectRatio="none">${markup}</svg>`
  return (
    <View className="k-plot" aria-hidden="true" style={{ backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(picture)}")` }} />
  )
}
