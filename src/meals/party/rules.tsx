import type { PartyRules } from '@domain/meals/contract/table'
import { useState } from 'react'
import { useWrite } from '@/platform'
import { Button, Sheet, Stepper, toast, Wrong } from '@/ui'

/** From which age everybody is on the list, and how many a cake serves. */
export function RulesEdit({
  community,
  rules,
  onClose,
  onDone,
}: {
  community: string
  rules: PartyRules
  onClose: () => void
  onDone: () => void
}) {
  const [age, setAge] = useState(rules.age)
  const [cakes, setCakes] = useState(rules.cakes)
  const write = useWrite('meals.set_party_rules')
  const save = async () => {
    if (!(await write.run({ community, rules: { age, cakes } }))) return
    toast('定好了')
    onDone()
  }
  const serve = (at: number, heads: number) => setCakes(was => was.map((one, n) => (n === at ? { ...one, heads } : one)))
  return (
    <Sheet
      title="请谁，用多大的蛋糕"
      onClose={onClose}
      actions={
        <Button kind="primary" big busy={write.busy} onTap={save}>
          就这样定
        </Button>
      }
    >
      <Stepper label="多大年纪起都请" unit="岁" min={50} max={100} value={age} onChange={setAge} />
      {cakes.map((one, at) => (
        <Stepper
          key={one.name}
          label={`${one.name}蛋糕够几个人`}
          unit="人"
          min={1}
          max={200}
          value={one.heads}
          onChange={heads => serve(at, heads)}
        />
      ))}
      {write.problem ? <Wrong>{write.problem}</Wrong> : null}
    </Sheet>
  )
}
