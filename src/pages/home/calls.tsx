import { dial } from '@/platform'
import { Row, Rows, Sheet } from '@/ui'

export interface Call {
  title: string
  short: string
  note: string
  number: string
}
/** Numbers that hold in all of Shenyang: the citizens' hotline and the three emergency numbers. */
export const CALLS: Call[] = [
  { title: '市民热线 12345', short: '12345', note: '水电气暖、办事、找社区都能问', number: '12345' },
  { title: '急救 120', short: '120', note: '身体突然不好', number: '120' },
  { title: '报警 110', short: '110', note: '有危险、被骗钱', number: '110' },
  { title: '火警 119', short: '119', note: '着火、被困', number: '119' },
]
export const ring = ({ number }: Call) => dial(number)

/** Whom to call, one tap each. */
export const Calls = ({ onClose }: { onClose: () => void }) => (
  <Sheet title="打电话" onClose={onClose}>
    <Rows>
      {CALLS.map(call => (
        <Row key={call.number} icon="phone" title={call.title} note={call.note} onTap={() => ring(call)} />
      ))}
    </Rows>
  </Sheet>
)
