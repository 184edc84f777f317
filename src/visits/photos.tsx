/** Photos of a visit. Their bytes lie on the phone beside the draft, so that a killed app loses none. */
import { useEffect, useState } from 'react'
import { personal, picture, release, takePhoto, useMe } from '@/platform'
import { Box, Button, toast } from '@/ui'

const MOST = 6
const nameOf = (id: string) => `photo/${id}`

/** The bytes of a draft's photos, to be sent with it under a division. Photos already on the server have none here and travel by id alone. */
export async function enclosed(account: string, ids: string[], division: string) {
  const shelf = personal(account)
  const found = await Promise.all(ids.map(async id => ({ id, base64: await shelf.get<string>(nameOf(id)) })))
  return found.flatMap(({ id, base64 }) => (base64 === null ? [] : [{ id, base64, division, name: '敲门照片.jpg' }]))
}

export function Photos({ ids, onChange }: { ids: string[]; onChange: (ids: string[]) => void }) {
  const { id: who } = useMe()
  const take = async () => {
    const photo = await takePhoto().catch(() => {
      toast('这张不是照片，换一张试试', { tone: 'bad' })
      return null
    })
    if (!photo || ids.includes(photo.id)) return
    await personal(who).set(nameOf(photo.id), photo.base64)
    onChange([...ids, photo.id])
  }
  const remove = async (id: string) => {
    onChange(ids.filter(one => one !== id))
    await personal(who).remove(nameOf(id))
  }
  return (
    <Box className="k-field">
      <Box className="k-label">照片</Box>
      <Box className="v-photos">
        {ids.map((id, n) => (
          <Box key={id} className="v-photo">
            <Picture id={id} label={`第 ${n + 1} 张照片`} />
            <Button kind="quiet" icon="bin" label={`去掉第 ${n + 1} 张照片`} onTap={() => remove(id)}>
              去掉
            </Button>
          </Box>
        ))}
      </Box>
      {ids.length < MOST ? (
        <Button icon="camera" onTap={take}>
          {ids.length ? '再拍一张' : '拍一张'}
        </Button>
      ) : null}
    </Box>
  )
}

/** A photo by its id: from this phone, else from the server. */
export function Picture({ id, label }: { id: string; label: string }) {
  const { id: who } = useMe()
  const [address, setAddress] = useState('')
  useEffect(() => {
    let fetched = ''
    const open = async () => {
      const kept = await personal(who).get<string>(nameOf(id))
      if (kept) return setAddress(`data:image/jpeg;base64,${kept}`)
      fetched = await picture(id).catch(() => '')
      setAddress(fetched)
    }
    void open()
    return () => {
      if (fetched) release(fetched)
    }
  }, [who, id])
  const style = address ? { backgroundImage: `url(${address})` } : {}
  return <Box className="v-picture" style={style} aria={{ role: 'img', label }} />
}
