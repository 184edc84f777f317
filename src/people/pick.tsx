/** Choosing one of many in a sheet: a grid, a tag, a community. */
import { type ReactNode, useState } from 'react'
import { Box, Button, Choice, type IconName, Row, Rows, Sheet } from '@/ui'

export interface Pickable {
  value: string
  label: string
  note?: string
}
export interface PickProps {
  /** What is chosen: 网格, 标签. */
  title: string
  icon?: IconName
  options: readonly Pickable[]
  value: string | undefined
  onChange: (value: string | undefined) => void
  /** The choice that means "do not narrow": 全部网格. Without it something must be chosen. */
  all?: string
  /** Short words: side by side instead of one a line. */
  chips?: boolean
}

/** A button that says what is chosen; pressing it shows the others. */
export function Pick({ title, icon, options, value, onChange, all, chips }: PickProps) {
  const [open, setOpen] = useState(false)
  const choose = (next: string | undefined) => {
    setOpen(false)
    onChange(next)
  }
  const now = options.find(one => one.value === value)?.label ?? (all ? `${title}：${all}` : `选${title}`)
  return (
    <>
      <Button icon={icon} kind={value ? 'soft' : 'plain'} label={`${now}，点开另选${title}`} onTap={() => setOpen(true)}>
        {now}
      </Button>
      {open ? (
        <Sheet title={`按${title}看`} onClose={() => setOpen(false)}>
          {chips ? (
            <Choice
              bare
              label={title}
              columns={3}
              options={[...(all ? [{ value: '', label: all }] : []), ...options]}
              value={value ?? ''}
              onChange={next => choose(next || undefined)}
            />
          ) : (
            <Rows>
              {all ? <Row title={all} aside={value ? null : '现在'} onTap={() => choose(undefined)} /> : null}
              {options.map(one => (
                <Row
                  key={one.value}
                  title={one.label}
                  note={one.note}
                  aside={one.value === value ? '现在' : null}
                  onTap={() => choose(one.value)}
                />
              ))}
            </Rows>
          )}
        </Sheet>
      ) : null}
    </>
  )
}

/** Pickers side by side. */
export const Picks = ({ children }: { children: ReactNode }) => <Box className="k-line">{children}</Box>
