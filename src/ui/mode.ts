import { usePreferences } from '@/platform/preferences'

/** The classes that set the mode and text scale on a root: 'k-theme', 'k-elder', 'k-scale-115'. */
export function useMode(): string {
  const { elder, scale } = usePreferences()
  return `k-theme${elder ? ' k-elder' : ''} k-scale-${Math.round(scale * 100)}`
}

/** Whether this is 长辈版: pages that have a layout of their own for it ask here. */
export const useElder = (): boolean => usePreferences(preferences => preferences.elder)
