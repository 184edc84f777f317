import { useEffect } from 'react'
import { create } from 'zustand'
import { usePreferences } from '@/platform/preferences'
import { Box, Words } from './base'
import { barRoom } from './chrome'
import { Icon } from './icon'
import { Tap } from './tap'

interface Said {
  words: string
  tone: 'ok' | 'bad'
  /** What can still be done about it: 撤销, 去看看. */
  act?: { label: string; do: () => unknown }
  turn: number
}
const useSaid = create<{ said: Said | null }>(() => ({ said: null }))
const hide = () => useSaid.setState({ said: null })
let turn = 0

/** Says a short sentence at the top of the screen, under the bar, where it covers neither the main action nor the tabs: 3 s, in elder mode 6 s, with something to do about it longer. */
export function toast(words: string, options: { tone?: 'ok' | 'bad'; act?: Said['act'] } = {}): void {
  useSaid.setState({ said: { words, tone: options.tone ?? 'ok', act: options.act, turn: ++turn } })
}

/** Shows what `toast` says; Page has one. The region is always there, so that screen readers hear what comes into it. */
export function Toast() {
  const said = useSaid(state => state.said)
  const elder = usePreferences(state => state.elder)
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(hide, (elder ? 6000 : 3000) + (said.act ? 4000 : 0))
    return () => clearTimeout(timer)
  }, [said, elder])
  return (
    <Box className="k-toast-place" style={{ paddingTop: barRoom()?.paddingTop }} aria={{ role: 'status', live: 'polite' }}>
      {said ? (
        <Box className="k-toast">
          <Icon name={said.tone === 'ok' ? 'done' : 'alert'} size={20} tone="white" />
          <Words className="k-toast-words">{said.words}</Words>
          {said.act ? (
            <Tap
              className="k-toast-act"
              onTap={() => {
                hide()
                return said.act?.do()
              }}
            >
              {said.act.label}
            </Tap>
          ) : null}
        </Box>
      ) : null}
    </Box>
  )
}
