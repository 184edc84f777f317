import { Box } from './base'

/** The shape of what is coming: cards, rows or figures. Said aloud once as "正在打开". */
export function Skeleton({ shape = 'cards', count = 4 }: { shape?: 'cards' | 'rows' | 'figures' | 'form'; count?: number }) {
  return (
    <Box className={`k-skeleton k-skeleton-${shape}`} aria={{ role: 'status', label: '正在打开' }}>
      {Array.from({ length: count }, (_, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the shapes never move
        <Box key={n} className="k-bone" aria={{ hidden: true }}>
          <Box className="k-bone-line k-bone-long" />
          <Box className="k-bone-line" />
        </Box>
      ))}
    </Box>
  )
}
