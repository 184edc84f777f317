/** How somebody wants the app to look and speak. Belongs to the phone, not to the person; holds nothing personal. */
import Taro from '@tarojs/taro'
import { create } from 'zustand'

export const SCALES = [1, 1.15, 1.3] as const
export interface Preferences {
  /** 长辈版. */
  elder: boolean
  /** How much larger than the mode's own sizes text is. */
  scale: (typeof SCALES)[number]
  /** 念给我听. */
  listen: boolean
}
const NAME = 'lianglin.preferences'

function kept(): Partial<Preferences> {
  try {
    const text: unknown = Taro.getStorageSync(NAME)
    return typeof text === 'string' && text ? (JSON.parse(text) as Partial<Preferences>) : {}
  } catch {
    return {}
  }
}

export const usePreferences = create<Preferences>(() => ({ elder: false, scale: 1, listen: false, ...kept() }))

/** Changes some and keeps them on the phone; without storage (a private window) they hold until the app ends. */
export function prefer(change: Partial<Preferences>): void {
  usePreferences.setState(change)
  try {
    Taro.setStorageSync(NAME, JSON.stringify(usePreferences.getState()))
  } catch {
    // nothing to do: they hold in memory
  }
}
