/** From when to when: whole and half hours by tapping, anything by writing. */
import { Box, Field } from '@/ui'

export interface Clocks {
  from: string
  to: string
}
/** '9' becomes '09:00', '9:5' stays for the form to say what is wrong. */
export function clockTyped(text: string): string {
  const plain = text.trim().replace('：', ':').replace('点', ':00')
  const [, hour, minute = '00'] = /^(\d{1,2})(?::(\d{2}))?$/.exec(plain) ?? []
  return hour === undefined ? plain : `${hour.padStart(2, '0')}:${minute}`
}

export function Times({ from, to, wrong, onChange }: Clocks & { wrong?: string; onChange: (clocks: Clocks) => void }) {
  return (
    <Box className="k-line">
      <Field label="从几点" hint="写成 09:00" max={5} value={from} onChange={next => onChange({ from: next, to })} />
      <Field label="到几点" hint="写成 11:00" max={5} value={to} error={wrong} onChange={next => onChange({ from, to: next })} />
    </Box>
  )
}
