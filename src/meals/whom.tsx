/** For whom: the switch of a family, and the band that says so on every page. */
import type { ReactNode } from 'react'
import { Callout, Choice, Empty, Loaded } from '@/ui'
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
  if (!who) return null
  const name = call && call !== who ? `${who}（${call}）` : who
  return (
    <Callout tone={eating.staff ? 'accent' : 'info'} icon="person">
      {`替${name}${doing}`}
    </Callout>
  )
}

/** What a page is about, once it is known whose it is: until then skeleton or what is wrong; words where there is nobody to order for. */
export function Known({ eating, children }: { eating: Eating; children: ReactNode }) {
  const { from, eater, nobody } = eating
  if (nobody) return <Empty title="还不能订饭" words="请社区把您的账号和住户资料对上，就能订饭了；要替父母订，请社区记下他们的同意。" />
  if (eater || from.state === 'ready' || from.data) return <>{children}</>
  return <Loaded from={from}>{() => null}</Loaded>
}
