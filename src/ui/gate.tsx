import { start } from '@/platform/go'
import { useOutbox } from '@/platform/outbox'
import { useSession } from '@/platform/session'
import { Box, Heading, Para } from './base'
import { Button } from './button'
import { Drawing } from './drawing'

/** Stands in place of a page while nobody is signed in, or the session has ended. What waits is not lost, and it says so. */
export function Gate() {
  const locked = useSession(session => session.state === 'locked')
  const waiting = useOutbox(outbox => outbox.parcels.length)
  const kept = waiting ? `没传上去的 ${waiting} 条还在这台手机里，登录后会接着传。` : '手机里存着的不会丢。'
  return (
    <Box className="k-empty">
      <Drawing name="door" />
      <Heading level={2} className="k-h2">
        {locked ? '登录过期了' : '请先登录'}
      </Heading>
      <Para className="k-note">{locked ? `为了安全，隔一段时间要重新登录一次。${kept}` : '登录后才看得到这一页。'}</Para>
      <Box className="k-empty-act">
        <Button kind="primary" big onTap={() => start('/account/pages/enter/index')}>
          {locked ? '重新登录' : '去登录'}
        </Button>
      </Box>
    </Box>
  )
}
