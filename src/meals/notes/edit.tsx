import type { OutputOf } from '@domain'
import type { NoteForm } from '@domain/meals/contract/table'
import { useState } from 'react'
import { useCall, useWrite } from '@/platform'
import { Button, Card, Choice, Field, List, Loaded, Para, Sheet, Switch, toast, Wrong } from '@/ui'
import { KINDS } from './words'

type Person = Pick<OutputOf<'meals.eaters'>[number], 'eater' | 'call' | 'door'>
interface Props {
  /** Where the worker works. */
  division: string
  /** About whom, when the page is about one person. */
  eater?: string
  today: string
  onClose: () => void
  onDone: () => void
}

/** Notes something about somebody: who first, when that is not known. */
export function NoteEdit({ division, eater, today, onClose, onDone }: Props) {
  const [who, setWho] = useState<Person | undefined>(eater ? { eater, call: '', door: '' } : undefined)
  if (!who) return <Who division={division} onClose={onClose} onPick={setWho} />
  return <Say who={who} today={today} onClose={onClose} onDone={onDone} />
}

function Who({ division, onClose, onPick }: { division: string; onClose: () => void; onPick: (who: Person) => void }) {
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState('')
  const found = useCall('meals.eaters', asked ? { division, words: asked } : null)
  return (
    <Sheet title="关于谁" onClose={onClose}>
      <Field
        kind="search"
        label="找人"
        hint="姓名、拼音、首字母，或门牌，比如 3-2-501"
        value={words}
        onChange={setWords}
        max={40}
        onEnter={() => setAsked(words.trim())}
      />
      <Button icon="search" onTap={() => setAsked(words.trim())}>
        找
      </Button>
      {asked ? (
        <Loaded from={found} shape="rows" empty={<Para className="k-text">没有找到，换姓名、首字母或者门牌试试。</Para>}>
          {people => (
            <List items={people} keyOf={one => one.eater} label="找到的人" unit="人">
              {one => <Card title={one.call} note={one.door} onTap={() => onPick(one)} />}
            </List>
          )}
        </Loaded>
      ) : null}
    </Sheet>
  )
}

function Say({ who, today, onClose, onDone }: { who: Person; today: string; onClose: () => void; onDone: () => void }) {
  const [form, setForm] = useState<NoteForm>({ kind: 'food', alert: false, words: '' })
  const [tried, setTried] = useState(false)
  const write = useWrite('meals.add_note')
  const set = (more: Partial<NoteForm>) => setForm(was => ({ ...was, ...more }))
  const save = async () => {
    setTried(true)
    const { kind, alert, words, until } = form
    if (!words.trim() || !(await write.run({ eater: who.eater, form: { kind, alert, words: words.trim(), ...(until ? { until } : {}) } })))
      return
    toast('记下了，做饭、送饭的人都看得到')
    onDone()
  }
  return (
    <Sheet
      title={who.call ? `记一条，关于${who.call}` : '记一条'}
      onClose={onClose}
      actions={
        <Button kind="primary" big busy={write.busy} onTap={save}>
          记下
        </Button>
      }
    >
      <Choice label="哪方面" columns={3} options={KINDS} value={form.kind} onChange={kind => set({ kind })} />
      <Field
        label="说什么"
        kind="area"
        rows={3}
        max={200}
        value={form.words}
        onChange={words => set({ words })}
        error={tried && !form.words.trim() ? '写一句' : undefined}
      />
      <Switch label="要紧" note="排在最前面，做饭、送饭前先看" on={form.alert} onChange={alert => set({ alert })} />
      <Field
        kind="date"
        label="管到哪一天"
        hint="不填就一直管着"
        need={false}
        from={today}
        value={form.until ?? ''}
        onChange={until => set({ until: until || undefined })}
      />
      {write.problem ? <Wrong>{write.problem}</Wrong> : null}
    </Sheet>
  )
}
