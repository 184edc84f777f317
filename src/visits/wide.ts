import { useEffect, useState } from 'react'

const query = () => (typeof window !== 'undefined' && 'matchMedia' in window ? window.matchMedia('(min-width: 1024px)') : null)

/** Whether this is a desk's screen, 1024 px or wider; staff pages then show tables. Never on a phone in WeChat. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => query()?.matches ?? false)
  useEffect(() => {
    const media = query()
    if (!media?.addEventListener) return
    const listen = () => setWide(media.matches)
    media.addEventListener('change', listen)
    return () => media.removeEventListener('change', listen)
  }, [])
  return wide
}
