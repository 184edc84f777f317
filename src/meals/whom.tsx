/** For whom: the switch of a family, and the band that says so on every page. */
import { useEffect } from 'react'
import { Callout, Choice } from '@/ui'
import { type Eating, nameOf } from './eater'

/** The switch at the top of the week: nobody is asked who may order for one person only. */
export function Switch({ eating }: { eating: Eating }) {
  const { wards, eater, choose } = eating
  if (wards.length < 2 || !wards.some(one => one.eater === eater)) return null
  return (
    <Choice
      bare
      label="给谁订"
      columns={wards.length > 2 ? 3 : 2}
      options={wards.map(one => ({ value: one.eater, label: nameOf(one, wards) }))}
      value={eater}
      onChange={choose}
    />
  )
}

/** 替张奶奶订: stands on every page of somebody else's meals, so that nobody orders for the wrong one. */
export function Band({ eating, call, doing = '订饭' }: { eating: Eating; call?: string; doing?: string }) {
  const who = eating.staff ? call : eating.who
  const { from } = eating
  useEffect(() => {
    if (from.state === 'error') from.retry()
  }, [from])
  if (!who) return null
  const name = call && call !== who ? `${who}（${call}）` : who
  return (
    <Callout tone={eating.staff ? 'accent' : 'info'} icon="person">
      {`替${name}${doing}`}
    </Callout>
  )
}
