/** Pages that show others at work ask again by themselves while they are in front. */
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'

const EVERY = 20_000

export function useLive(ask: () => void) {
  const front = useRef(true)
  useDidShow(() => {
    front.current = true
  })
  useDidHide(() => {
    front.current = false
  })
  useEffect(() => {
    const timer = setInterval(() => front.current && ask(), EVERY)
    return () => clearInterval(timer)
  }, [ask])
}
