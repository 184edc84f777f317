/** Text messages for whom WeChat does not reach. */
import { Box, Rows, Switch } from '@/ui'
import type { Channels } from './more'
import { useWant } from './want'

export function Texts({ channels, onChange }: { channels: Channels; onChange: () => void }) {
  const want = useWant(channels, onChange)
  if (!channels.sms) return null
  return (
    <Box className="k-stack">
      <Rows title="短信">
        <Switch
          label="微信找不到我就发短信"
          note={`发到 ${channels.sms.phone}，一天最多三条`}
          on={channels.sms.on}
          onChange={on => want({ sms: on })}
        />
      </Rows>
      <Box className="k-note">只有四样发短信：排到您了、班有变化、班取消了、快到班了。</Box>
    </Box>
  )
}
