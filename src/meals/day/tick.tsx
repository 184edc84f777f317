import { Box, Icon, Tap, Words } from '@/ui'

interface TickProps {
  on: boolean
  title: string
  note?: string
  aside?: string
  onChange: (on: boolean) => void
}

/** A line that is ticked off with one tap; the box says so, and so does the word for ears. */
export const Tick = ({ on, title, note, aside, onChange }: TickProps) => (
  <Tap className="k-row" aria={{ role: 'checkbox', checked: on }} onTap={() => onChange(!on)}>
    <Box className={on ? 'd-tick d-tick-on' : 'd-tick'} aria={{ hidden: true }}>
      {on ? <Icon name="check" size={20} tone="white" /> : null}
    </Box>
    <Box className="k-row-main">
      <Box className="k-row-title">{title}</Box>
      {note ? <Box className="k-row-note">{note}</Box> : null}
    </Box>
    {aside ? <Words className="d-count">{aside}</Words> : null}
  </Tap>
)
