/** The photo of a dish: taken, shown, taken away. It travels at once, so that saving needs only its id. */
import { useEffect, useState } from 'react'
import { call, picture, release, sentence, takePhoto, upload } from '@/platform'
import { Box, Button, Buttons, toast } from '@/ui'
import './kitchens.scss'

export function DishPhoto({
  id,
  name,
  division,
  onChange,
}: {
  id: string
  name: string
  division: string
  onChange: (id: string) => void
}) {
  const [busy, setBusy] = useState(false)
  const take = async () => {
    try {
      const photo = await takePhoto()
      if (!photo) return
      setBusy(true)
      await upload(photo.id, photo.base64)
      await call('files.file', { file: photo.id, division, kind: 'dish', name: `${name || '菜'}.jpg` })
      onChange(photo.id)
    } catch (problem) {
      toast(sentence(problem), { tone: 'bad' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Box className="k-field">
      <Box className="k-label">照片</Box>
      {id ? <DishPicture id={id} name={name} /> : null}
      <Buttons>
        <Button icon="camera" busy={busy} onTap={take}>
          {id ? '换一张' : '拍一张'}
        </Button>
        {id ? (
          <Button kind="quiet" icon="bin" onTap={() => onChange('')}>
            去掉照片
          </Button>
        ) : null}
      </Buttons>
    </Box>
  )
}

/** The photo of a dish as everybody sees it. Nothing while it is not there. */
export function DishPicture({ id, name }: { id: string; name: string }) {
  const [address, setAddress] = useState('')
  useEffect(() => {
    let fetched = ''
    let alive = true
    void picture(id)
      .catch(() => '')
      .then(found => {
        fetched = found
        if (alive) setAddress(found)
      })
    return () => {
      alive = false
      if (fetched) release(fetched)
    }
  }, [id])
  if (!address) return null
  return <Box className="m-dish-photo" style={{ backgroundImage: `url(${address})` }} aria={{ role: 'img', label: `${name}的照片` }} />
}
