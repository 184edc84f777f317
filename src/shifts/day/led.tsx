import { OPENS } from '@domain/shifts/attend'
import { Button, Buttons } from '@/ui'
import { toCode, toRoll } from '../ways'

const HOUR = 3_600_000

/** For whoever leads a shift: its roll-call, and until shortly after its end the code. Nothing before check-in opens. */
export function LedWays({ shift: { id, from, to }, now }: { shift: { id: string; from: number; to: number }; now: number }) {
  if (now < from - OPENS) return null
  return (
    <Buttons>
      {now < to + HOUR ? (
        <Button icon="grid" onTap={() => toCode(id)}>
          签到码
        </Button>
      ) : null}
      <Button kind="soft" icon="tasks" onTap={() => toRoll(id)}>
        点名
      </Button>
    </Buttons>
  )
}
