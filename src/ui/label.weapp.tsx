import { Label as TaroLabel } from '@tarojs/components'
import type { ReactNode } from 'react'

export const Label = ({ to, id, className, children }: { to: string; id?: string; className: string; children: ReactNode }) => (
  <TaroLabel for={to} id={id} className={className}>
    {children}
  </TaroLabel>
)
