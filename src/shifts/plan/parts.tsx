/** Parts of a form: below each other, or, for elders, one line each that says how it stands and opens on its own. */
import { type ReactNode, useState } from 'react'
import { Button, Row, Rows, Sheet, useElder } from '@/ui'

interface PartProps {
  title: string
  /** How it stands now, in a few words. */
  said: string
  children: ReactNode
}
export function Part({ title, said, children }: PartProps) {
  const elder = useElder()
  const [open, setOpen] = useState(false)
  if (!elder) return <>{children}</>
  const close = () => setOpen(false)
  const actions = (
    <Button kind="primary" big onTap={close}>
      好了
    </Button>
  )
  return (
    <>
      <Rows>
        <Row title={title} note={said} onTap={() => setOpen(true)} />
      </Rows>
      {open ? (
        <Sheet title={title} onClose={close} actions={actions}>
          {children}
        </Sheet>
      ) : null}
    </>
  )
}
