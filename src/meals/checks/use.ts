/** Checks as a screen watches them: asked again and again while somebody looks, since they open and climb by themselves. */
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { useCall } from '@/platform'
import { useServerNow } from '@/ui'

const AGAIN = 15_000

/** Runs `ask` every quarter of a minute (or `every` ms) while the page is in front. */
export function useWatching(ask: () => void, every = AGAIN) {
  const front = useRef(true)
  useDidShow(() => {
    front.current = true
  })
  useDidHide(() => {
    front.current = false
  })
  useEffect(() => {
    const timer = setInterval(() => front.current && ask(), every)
    return () => clearInterval(timer)
  }, [ask, every])
}

/** The checks of a division, kept fresh, and the server's time. */
export function useChecks(division: string | undefined, closed = false) {
  const checks = useCall('meals.checks', division ? { division, closed } : null, { keep: `checks/${division}/${closed}` })
  useWatching(checks.retry)
  const now = useServerNow(checks.data?.now, checks.at)
  return { checks, now }
}

/** One check in full, kept fresh. A link without one is answered like one to a check that is not there. */
export function useCheck(check: string) {
  const one = useCall('meals.check', { check })
  useWatching(one.retry)
  const now = useServerNow(one.data?.now, one.at)
  return { one, now }
}
