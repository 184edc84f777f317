/** Building, unit, room; says below how the door will be called. */
import { floorOf, labelOf, tidyDoor } from '@domain/people/address'
import { Box, Field, Para } from '@/ui'

export interface AddressValue {
  building: string
  unit: string
  room: string
}

export function AddressForm({ value, onChange }: { value: AddressValue; onChange: (value: AddressValue) => void }) {
  const put = (field: keyof AddressValue) => (text: string) =>
    onChange({ building: value.building, unit: value.unit, room: value.room, [field]: text })
  const door = tidyDoor(value)
  const floor = floorOf(door.room)
  return (
    <Box className="k-stack">
      <Field label="楼" hint="比如 3、甲2、A，平房就写平房" value={value.building} onChange={put('building')} max={20} />
      <Field label="单元" need={false} value={value.unit} onChange={put('unit')} max={20} />
      <Field label="门牌" hint="比如 501" need={false} value={value.room} onChange={put('room')} max={20} />
      {door.building ? (
        <Para className="k-text">
          会叫作 {labelOf(door)}
          {floor ? `，${floor} 楼` : ''}
        </Para>
      ) : null}
    </Box>
  )
}
