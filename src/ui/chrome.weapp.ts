import Taro from '@tarojs/taro'
import type { CSSProperties } from 'react'

/** WeChat draws the phone's status bar above the page and its own capsule at the right; the bar keeps clear of both. */
export function barRoom(): CSSProperties | undefined {
  const { statusBarHeight = 24, windowWidth } = Taro.getWindowInfo()
  const capsule = Taro.getMenuButtonBoundingClientRect?.()
  return { paddingTop: `${statusBarHeight + 4}px`, paddingRight: `${capsule ? windowWidth - capsule.left + 8 : 104}px` }
}
