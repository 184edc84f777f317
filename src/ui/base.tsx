/**
 * The elements everything else is made of, on H5: real HTML, so that focus, keys and meaning come from the browser.
 * base.weapp.tsx has the same names on WeChat's components. Screens use these and the kit, never a platform's own.
 */
import { type CSSProperties, createElement, type KeyboardEvent, type ReactNode } from 'react'
import { type Aria, attributes } from './aria'
import { cx } from './cx'

export interface BoxProps {
  id?: string
  className?: string
  style?: CSSProperties
  aria?: Aria
  children?: ReactNode
  /** H5 only: keys that a group of controls understands (arrows). */
  onKey?: (event: KeyboardEvent) => void
}
export interface HeadingProps extends BoxProps {
  level: 1 | 2 | 3
}
export interface PressProps extends BoxProps {
  onPress: () => void
  /** -1: reached by arrows, not by Tab. */
  tabIndex?: number
}

const rest = ({ id, className, style, aria = {}, onKey }: BoxProps) => ({ id, className, style, onKeyDown: onKey, ...attributes(aria) })

/** A block. */
export const Box = (props: BoxProps) => <div {...rest(props)}>{props.children}</div>
/** A run of text. */
export const Words = (props: BoxProps) => <span {...rest(props)}>{props.children}</span>
/** A paragraph. */
export const Para = (props: BoxProps) => (
  <p {...rest(props)} className={cx('k-bare', props.className)}>
    {props.children}
  </p>
)
/** A heading; level 1 takes the focus when its page opens. */
export const Heading = (props: HeadingProps) =>
  createElement(
    `h${props.level}`,
    { ...rest(props), className: cx('k-bare', props.className), ...(props.level === 1 ? { tabIndex: -1 } : {}) },
    props.children,
  )
/** Something that can be pressed. Use `Tap`, which also survives a double tap. */
export const Press = ({ onPress, tabIndex, ...props }: PressProps) => (
  <button type="button" {...rest(props)} className={cx('k-press', props.className)} tabIndex={tabIndex} onClick={onPress}>
    {props.children}
  </button>
)

const landmark = (tag: 'header' | 'nav' | 'main' | 'footer') => (props: BoxProps) => createElement(tag, rest(props), props.children)
export const Header = landmark('header')
export const Nav = landmark('nav')
export const Main = landmark('main')
export const Footer = landmark('footer')
