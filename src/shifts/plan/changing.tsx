import type { OutputOf } from '@domain'
import { Box, Button, Buttons, Callout, Sheet } from '@/ui'
import { TouchedPeople } from './touched'

interface ChangeSheetProps {
  preview: OutputOf<'shifts.preview_change'>
  onSave: () => unknown
  onClose: () => void
}

/** Who is touched by a change, before it is made; those who lose their place with the reason. */
export function ChangeSheet({ preview: { people, told }, onSave, onClose }: ChangeSheetProps) {
  const off = people.filter(one => one.fate === 'off').length
  const keep = people.length - off
  const actions = (
    <Buttons>
      <Button onTap={onClose}>再想想</Button>
      <Button kind={off > 0 ? 'danger' : 'primary'} onTap={onSave}>
        {off > 0 ? `改好，退掉这 ${off} 个人` : `改好，告诉这 ${keep} 个人`}
      </Button>
    </Buttons>
  )
  return (
    <Sheet title={off > 0 ? `有 ${off} 个人会去不了` : `这 ${keep} 个人会知道`} onClose={onClose} actions={actions}>
      <Box className="k-stack">
        {told ? <Callout icon="info">{`会告诉他们：${told}。`}</Callout> : null}
        <TouchedPeople title="在这个班里的人" people={people} />
      </Box>
    </Sheet>
  )
}
