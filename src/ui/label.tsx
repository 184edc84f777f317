import type { ReactNode } from 'react'

/** The visible name of a field, tied to it. */
export const Label = ({ to, id, className, children }: { to: string; id?: string; className: string; children: ReactNode }) => (
  <label htmlFor={to} id={id} className={className}>
    {children}
  </label>
)
