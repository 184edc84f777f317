import type { Me } from '@domain/account/contract'
import { start } from '@/platform/go'
import { Box, Nav, Words } from './base'
import { cx } from './cx'
import { Icon } from './icon'
import { useElder } from './mode'
import { places } from './places'
import { Badge } from './tag'
import { Tap } from './tap'

/** The tabs at the foot; words only in elder mode; at the left side on wide screens. `at` is the place one is at. */
export function TabBar({ me, at }: { me: Me; at: string }) {
  const elder = useElder()
  return (
    <Nav className="k-bar-tabs" aria={{ label: '主要页面' }}>
      <Box className="k-bar-brand" aria={{ hidden: true }}>
        两邻
      </Box>
      {places(me).map(place => (
        <Tap
          key={place.id}
          className={cx('k-bar-tab', place.id === at && 'k-bar-tab-on')}
          aria={{ current: place.id === at }}
          onTap={() => (place.id === at ? undefined : start(place.page))}
        >
          {elder ? null : <Icon name={place.icon} size={24} tone={place.id === at ? 'accent' : 'soft'} />}
          <Words>{place.label}</Words>
          {place.id === 'inbox' ? <Badge count={me.unread} what="条没看" /> : null}
        </Tap>
      ))}
    </Nav>
  )
}
