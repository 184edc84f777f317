import { useEffect, useState } from 'react'
import { Words } from './base'
import { cx } from './cx'

const pad = (n: number) => String(n).padStart(2, '0')

/** '12分31秒', from an hour on '1小时05分': nothing that could be read as a time of day. */
export function stopwatch(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours ? `${hours}小时${pad(minutes)}分` : `${minutes}分${pad(seconds % 60)}秒`
}

/** '12 分钟', '1 小时 5 分钟', '2 天': for ears, and where seconds say nothing. */
export function sayLong(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  if (minutes < 60) return `${minutes} 分钟`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return minutes % 60 ? `${hours} 小时 ${minutes % 60} 分钟` : `${hours} 小时`
  return `${Math.floor(hours / 24)} 天`
}

/** The server's time now, going on from what it said last. A phone's own clock may be wrong. */
export function useServerNow(said: number | undefined, heard: number | undefined, every = 1000): number {
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick(n => n + 1), every)
    return () => clearInterval(timer)
  }, [every])
  return said === undefined || heard === undefined ? Date.now() : said + (Date.now() - heard)
}

const DAY = 86_400_000

/** A clock that runs since a moment. `now` is the server's, see `useServerNow`. */
export const Elapsed = ({ since, now, big }: { since: number; now: number; big?: boolean }) => (
  <Words className={cx('k-elapsed', big && 'k-elapsed-big')} aria={{ role: 'timer', label: `已经 ${sayLong(now - since)}` }}>
    {now - since > DAY ? sayLong(now - since) : stopwatch(now - since)}
  </Words>
)
