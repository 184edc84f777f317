/** Everything but "into their hands": where it was left, nobody answered, not wanted, how they are, a word, a photo. One tap each, nothing to type. */
import type { HandForm } from '@domain/meals/contract/rounds'
import { useState } from 'react'
import { type Photo, takePhoto } from '@/platform'
import { Box, Button, Field, Row, Rows, Sheet, toast } from '@/ui'
import type { Seen } from './carry'
import { PLACES } from './words'

interface HandProps {
  stop: Seen
  /** Absent when something was said already. */
  onLater?: () => unknown
  onSay: (form: HandForm, photo?: Photo) => unknown
  onClose: () => void
}

export function HandSheet({ stop, onSay, onLater, onClose }: HandProps) {
  const [note, setNote] = useState('')
  const [photo, setPhoto] = useState<Photo | null>(null)
  const [more, setMore] = useState(false)
  const say = (form: HandForm) =>
    onSay({ ...form, ...(note.trim() ? { note: note.trim() } : {}), ...(photo ? { photos: [photo.id] } : {}) }, photo ?? undefined)
  return (
    <Sheet title={stop.call} onClose={onClose}>
      <Box className="k-stack">
        <Box className="k-note">{stop.door}</Box>
        {more ? (
          <More note={note} onNote={setNote} photo={photo} onPhoto={setPhoto} />
        ) : (
          <Button icon="edit" onTap={() => setMore(true)}>
            先写一句、拍一张
          </Button>
        )}
        <Rows title="没交到本人手里">
          <Row icon="alert" title="没人应" note="社区马上知道，会打电话、上门看" onTap={() => say({ outcome: 'no_answer' })} />
          {PLACES.map(place => (
            <Row key={place} icon="home" title={LEFT[place]} onTap={() => say({ outcome: 'left', with: place })} />
          ))}
          <Row icon="close" title="不要了" onTap={() => say({ outcome: 'refused' })} />
          {onLater ? <Row icon="clock" title="等会儿再来" note="先送后面的，收尾前再问您" onTap={onLater} /> : null}
        </Rows>
        <Rows title="交到了，可是人">
          <Row icon="heart" title="一般，没什么精神" onTap={() => say({ outcome: 'handed', wellbeing: 'soso' })} />
          <Row icon="warn" danger title="看着不放心" note="社区马上知道" onTap={() => say({ outcome: 'handed', wellbeing: 'worrying' })} />
          {stop.state === 'open' ? null : (
            <Row icon="done" title="交到手里了，人挺好" onTap={() => say({ outcome: 'handed', wellbeing: 'well' })} />
          )}
        </Rows>
      </Box>
    </Sheet>
  )
}
const LEFT: Record<(typeof PLACES)[number], string> = { 家里人: '交给家里人了', 邻居: '交给邻居了', 门口: '放在门口了', 门卫: '交给门卫了' }

interface MoreProps {
  note: string
  onNote: (note: string) => void
  photo: Photo | null
  onPhoto: (photo: Photo | null) => void
}
function More({ note, onNote, photo, onPhoto }: MoreProps) {
  const take = async () => {
    const taken = await takePhoto().catch(() => {
      toast('这张不是照片，换一张试试', { tone: 'bad' })
      return null
    })
    if (taken) onPhoto(taken)
  }
  return (
    <Box className="k-stack">
      <Field label="写一句" need={false} max={100} value={note} onChange={onNote} />
      <Button icon="camera" onTap={take}>
        {photo ? '拍好了，换一张' : '拍一张'}
      </Button>
      <Box className="k-note">写好了，再点下面是怎么回事。</Box>
    </Box>
  )
}
