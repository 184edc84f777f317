import { RootPortal, View } from '@tarojs/components'
import { attributes } from './aria'
import type { LayerProps } from './layer'
import { useMode } from './mode'

export function Layer({ title, onClose, children, shape }: LayerProps) {
  const mode = useMode()
  return (
    <RootPortal>
      <View className={`k-layer k-layer-${shape} ${mode}`}>
        <View className="k-shade" onClick={onClose} catchMove {...attributes({ hidden: true })} />
        <View className={`k-${shape}`} {...attributes({ role: 'dialog', label: title, modal: true })}>
          {children}
        </View>
      </View>
    </RootPortal>
  )
}
