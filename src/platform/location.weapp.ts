import Taro from '@tarojs/taro'
import type { Spot } from './location'

/** WeChat gives GCJ-02. Null when refused or not found. */
export async function locate(): Promise<Spot | null> {
  try {
    const found = await Taro.getLocation({ type: 'gcj02', isHighAccuracy: true, highAccuracyExpireTime: 5000 })
    return { lng: found.longitude, lat: found.latitude, accuracy: Math.round(found.accuracy), datum: 'gcj02' }
  } catch {
    return null
  }
}
