import type { Donation } from '@domain/meals/contract/table'
import { givenSaid } from '@domain/meals/gifts'
import { useState } from 'react'
import { useWrite } from '@/platform'
import { Button, Field, Sheet, toast, Wrong } from '@/ui'

/** A donation written down wrongly: it is taken out again, and both stay on record. */
export function TakeBack({ gift, onClose, onDone }: { gift: Donation; onClose: () => void; onDone: () => void }) {
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const write = useWrite('meals.take_back_donation')
  const take = async () => {
    setTried(true)
    if (!why.trim() || !(await write.run({ donation: gift.id, why: why.trim() }))) return
    toast('更正了，账上和库存里都退回去了')
    onDone()
  }
  return (
    <Sheet
      title={`${givenSaid(gift)}，记错了`}
      onClose={onClose}
      actions={
        <Button kind="danger" big busy={write.busy} onTap={take}>
          更正
        </Button>
      }
    >
      <Field label="错在哪里" max={100} value={why} onChange={setWhy} error={tried && !why.trim() ? '写一句错在哪里' : undefined} />
      {write.problem ? <Wrong>{write.problem}</Wrong> : null}
    </Sheet>
  )
}
