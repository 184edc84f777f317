import { dial, useCall } from '@/platform'
import { Row, Rows, Sheet } from '@/ui'

export interface Callee {
  title: string
  note: string
  number: string
}
/** Numbers that hold in all of Shenyang: the citizens' hotline and the emergency numbers. */
const ALWAYS: Callee[] = [
  { title: '市民热线 12345', note: '水电气暖、办事、找社区都能问', number: '12345' },
  { title: '急救 120', note: '身体突然不好', number: '120' },
  { title: '报警 110', note: '有危险、被骗钱', number: '110' },
  { title: '火警 119', note: '着火、被困', number: '119' },
]
export const [HOTLINE, AMBULANCE] = ALWAYS

/** Whom this person can call: their own grid worker and community first. They stay on the phone, so that one can call without signal for data. */
export function useCallees(): { own: Callee[]; always: Callee[] } {
  const helpers = useCall('account.helpers', {}, { keep: 'helpers' })
  const own = (helpers.data ?? []).map(({ name, role, phone }) => ({
    title: `${role === 'grid' ? '网格员' : '社区'} ${name}`,
    note: role === 'grid' ? '管您家这一片' : '社区里的事都能问',
    number: phone,
  }))
  return { own, always: ALWAYS }
}
export const ring = ({ number }: Callee) => dial(number)

/** Whom to call, one tap each. */
export function Calls({ onClose }: { onClose: () => void }) {
  const { own, always } = useCallees()
  return (
    <Sheet title="打电话" onClose={onClose}>
      <Rows>
        {[...own, ...always].map(callee => (
          <Row key={callee.number + callee.title} icon="phone" title={callee.title} note={callee.note} onTap={() => ring(callee)} />
        ))}
      </Rows>
    </Sheet>
  )
}
