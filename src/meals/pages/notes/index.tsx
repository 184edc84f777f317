import type { Note } from '@domain/meals/contract/table'
import { useState } from 'react'
import { call, membership, sentence, useCall, useMe, useQuery, useWrite } from '@/platform'
import { ago, Button, Card, Empty, List, Loaded, Page, Sheet, sayDay, Tabs, Tag, toast, Wrong } from '@/ui'
import { NoteEdit } from '../../notes/edit'
import { kindSaid } from '../../notes/words'

type Found = { items: Note[]; after?: string }

/** What a cook and a carrier must know of people: alerts first, then what one has not read. ?eater= one person's. */
export default function Screen() {
  const me = useMe()
  const { eater } = useQuery()
  const scope = membership(me, 'kitchen', 'community', 'grid')?.scope
  const community = scope?.slice(0, 12)
  const [over, setOver] = useState(false)
  const asked = { ...(eater ? { eater } : {}), over }
  const found = useCall('meals.notes', community ? { community, ...asked } : null, { keep: `meals/notes/${eater ?? ''}/${over}` })
  const [adding, setAdding] = useState(false)
  const unread = found.data?.items.filter(one => !one.read).length ?? 0
  if (!community || !scope)
    return (
      <Page title="用餐备注">
        <Empty title="备注给做饭、送饭的人看" words="不能吃的、门铃坏了这些，在“不能吃什么”里自己写。" />
      </Page>
    )
  return (
    <Page
      title="用餐备注"
      heading={
        found.data && !over
          ? unread
            ? `${unread} 条没看`
            : found.data.items.length
              ? '都看过了'
              : '没有备注'
          : over
            ? '收起来的'
            : undefined
      }
      at={found.at}
      footer={
        <Button kind="primary" big icon="plus" onTap={() => setAdding(true)}>
          记一条
        </Button>
      }
    >
      <Tabs
        label="哪些备注"
        tabs={[
          { value: 'open', label: '现在的' },
          { value: 'over', label: '收起来的' },
        ]}
        value={over ? 'over' : 'open'}
        onChange={value => setOver(value === 'over')}
      />
      <Loaded
        from={found}
        empty={<Empty title={over ? '没有收起来的' : '没有备注'} words="谁刚出院、谁家门铃坏了、谁这周要吃软的，记在这里。" />}
      >
        {page => <All key={`${over}${found.at}`} page={page} asked={{ community, ...asked }} onDone={found.retry} />}
      </Loaded>
      {adding ? (
        <NoteEdit
          division={scope}
          eater={eater}
          today={me.day}
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false)
            found.retry()
          }}
        />
      ) : null}
    </Page>
  )
}

interface AllProps {
  page: Found
  asked: { community: string; eater?: string; over: boolean }
  onDone: () => void
}
function All({ page, asked, onDone }: AllProps) {
  const [more, setMore] = useState<Found>({ items: [], after: page.after })
  const [open, setOpen] = useState<Note>()
  const reading = useWrite('meals.read_note')
  const further = async () => {
    try {
      const next = await call('meals.notes', { ...asked, after: more.after })
      setMore({ items: [...more.items, ...next.items], after: next.after })
    } catch (problem) {
      toast(sentence(problem), { tone: 'bad' })
    }
  }
  const tap = (note: Note) => {
    setOpen(note)
    if (!note.read) void reading.run({ note: note.id })
  }
  const close = () => {
    const fresh = open && !open.read
    setOpen(undefined)
    if (fresh) onDone()
  }
  return (
    <>
      <List items={[...page.items, ...more.items]} keyOf={one => one.id} unit="条" label="备注" onMore={more.after ? further : undefined}>
        {note => <One note={note} onTap={() => tap(note)} />}
      </List>
      {open ? <Look note={open} onClose={close} onDone={onDone} /> : null}
    </>
  )
}

const One = ({ note, onTap }: { note: Note; onTap: () => void }) => (
  <Card
    title={note.words}
    edge={note.alert ? 'bad' : undefined}
    aside={note.alert ? <Tag tone="bad">要紧</Tag> : note.read ? null : <Tag tone="info">没看</Tag>}
    note={`${note.call} · ${note.door} · ${kindSaid(note.kind)}`}
    onTap={onTap}
  />
)

function Look({ note, onClose, onDone }: { note: Note; onClose: () => void; onDone: () => void }) {
  const { day } = useMe()
  const write = useWrite('meals.end_note')
  const end = async () => {
    if (!(await write.run({ note: note.id }))) return
    toast('收起来了，在“收起来的”里还能查到')
    onClose()
    onDone()
  }
  return (
    <Sheet title={`${note.call}：${kindSaid(note.kind)}`} onClose={onClose}>
      <Card
        title={note.words}
        note={`${note.door} · ${note.by}，${ago(note.at, Date.now())}${note.until ? ` · 管到${sayDay(note.until, day)}` : ''}`}
      />
      {note.over ? null : (
        <Button big busy={write.busy} onTap={end}>
          不用再看了，收起来
        </Button>
      )}
      {write.problem ? <Wrong>{write.problem}</Wrong> : null}
    </Sheet>
  )
}
