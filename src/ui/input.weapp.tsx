/** Text entry on WeChat's components. */
import { Picker, Input as TaroInput, Textarea, View } from '@tarojs/components'
import { attributes } from './aria'
import type { FieldKind, InputProps } from './input'

export type { FieldKind, InputProps }

const TYPE = { number: 'digit', tel: 'number', code: 'number', idNumber: 'idcard' } as const

export function Input({ id, kind, value, onChange, onEnter, placeholder, max, from, until, focus, disabled, aria }: InputProps) {
  const shared = { id, value, placeholder, disabled, className: 'k-input', ...attributes(aria) }
  if (kind === 'date')
    return (
      <Picker mode="date" value={value} start={from} end={until} disabled={disabled} onChange={event => onChange(event.detail.value)}>
        <View
          id={id}
          className="k-input k-input-date"
          {...attributes({ ...aria, role: 'button', label: `${aria.label ?? ''} ${value || '还没选'}` })}
        >
          {value || '选日期'}
        </View>
      </Picker>
    )
  if (kind === 'area')
    return <Textarea {...shared} maxlength={max ?? 1000} autoHeight cursorSpacing={80} onInput={event => onChange(event.detail.value)} />
  return (
    <TaroInput
      {...shared}
      type={kind in TYPE ? TYPE[kind as keyof typeof TYPE] : 'text'}
      confirmType={kind === 'search' ? 'search' : 'done'}
      maxlength={max ?? 140}
      focus={focus}
      cursorSpacing={80}
      onInput={event => onChange(event.detail.value)}
      onConfirm={() => onEnter?.()}
    />
  )
}
