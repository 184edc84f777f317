/** What somebody does not want to hear. What is about their own shifts is always told. */
import { MUTABLE, type Mutable } from '@domain/notices/topics'
import { Box, Rows, Switch } from '@/ui'
import type { Channels } from './more'
import { useWant } from './want'

const WORDS: { [topic in Mutable]: [title: string, note: string] } = {
  shortage: ['缺人时问我', '三天里最多问一次'],
  reminder: ['快到班了提醒我', '前一天晚上，和开始前两小时'],
  thanks: ['感谢和喜报', '满一百小时、每月感谢名单'],
}
/** One line for where the switches are not seen. */
export const hearingWords = ({ mute }: Channels) => (mute.length === 0 ? '都想听' : `${mute.length} 样不听`)

export function Hearing({ channels, onChange }: { channels: Channels; onChange: () => void }) {
  const want = useWant(channels, onChange)
  const turn = (topic: Mutable, on: boolean) => want({ mute: on ? channels.mute.filter(one => one !== topic) : [...channels.mute, topic] })
  return (
    <Box className="k-stack">
      <Rows title="想听哪些">
        {MUTABLE.map(topic => (
          <Switch
            key={topic}
            label={WORDS[topic][0]}
            note={WORDS[topic][1]}
            on={!channels.mute.includes(topic)}
            onChange={on => turn(topic, on)}
          />
        ))}
      </Rows>
      <Box className="k-note">您报了的班有变化、取消了、排到您了，一定会告诉您。晚上九点到早上七点半不打扰。</Box>
    </Box>
  )
}
