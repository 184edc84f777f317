import { useEffect, useState } from 'react'

const ROOM = '(min-width: 640px)'
const asked = () => (process.env.TARO_ENV === 'weapp' || typeof matchMedia === 'undefined' ? null : matchMedia(ROOM))

/** Whether a table has room: an office's screen, or a tablet. In WeChat never: there it is a phone. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => asked()?.matches ?? false)
  useEffect(() => {
    const room = asked()
    if (!room) return
    const listen = () => setWide(room.matches)
    // iOS 12 has no addEventListener here
    room.addListener(listen)
    return () => room.removeListener(listen)
  }, [])
  return wide
}
