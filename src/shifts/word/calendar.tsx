/** A shift in the phone's own calendar. */
import { type CalendarEntry, call, putInCalendar, sentence } from '@/platform'
import { Button, toast } from '@/ui'

interface Props {
  shift: CalendarEntry & { id: string }
  kind?: 'soft' | 'plain' | 'quiet'
}
/** One button: inside WeChat the phone's calendar is asked at once, elsewhere a file comes that any calendar opens. */
export function ToCalendar({ shift, kind = 'plain' }: Props) {
  const file = () =>
    call('shifts.ics', { shift: shift.id }).catch(problem => {
      toast(sentence(problem), { tone: 'bad' })
      return null
    })
  // nothing may be waited for before the calendar is asked: WeChat wants it inside the tap
  const put = () =>
    putInCalendar(shift, file).then(done => {
      if (done) toast(done === 'file' ? '日历文件下载好了，点开它就放进去了' : '放进手机日历了，开始前两小时会响')
    })
  return (
    <Button kind={kind} icon="calendar" onTap={put}>
      放进手机日历
    </Button>
  )
}
