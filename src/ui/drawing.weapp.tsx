import { View } from '@tarojs/components'
import { type DrawingName, drawn } from './drawings'

export type { DrawingName }

export const Drawing = ({ name }: { name: DrawingName }) => {
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 120">${drawn(name)}</svg>`
  return (
    <View
      className="k-drawing"
      aria-hidden="true"
      style={{ backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(picture)}")` }}
    />
  )
}
