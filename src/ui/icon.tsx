import { type IconName, icons } from './icons'

export interface IconProps {
  name: IconName
  /** CSS px; it grows with the text scale. */
  size?: number
  /** The colour: ink when absent on WeChat; on H5 that of the text around it. */
  tone?: 'ink' | 'soft' | 'accent' | 'ok' | 'warn' | 'bad' | 'info' | 'white'
}

/** A line icon; decoration only: the words beside it say the same. */
export const Icon = ({ name, size = 22, tone }: IconProps) => (
  <svg
    className={tone ? `k-icon k-tone-${tone}` : 'k-icon'}
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    // The markup is the kit's own, from icons.ts.
    // biome-ignore lint/security/noDangerouslySetInnerHtml: constant text
    dangerouslySetInnerHTML={{ __html: icons[name] }}
  />
)
