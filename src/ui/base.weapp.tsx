/** The elements of base.tsx on WeChat's components. */
import { Text, View } from '@tarojs/components'
import { type Aria, attributes } from './aria'
import type { BoxProps, HeadingProps, PressProps } from './base'
import { cx } from './cx'

export type { BoxProps, HeadingProps, PressProps }

const rest = ({ id, className, style, aria = {} }: BoxProps, more: Aria = {}) => ({
  id,
  className,
  style,
  ...attributes({ ...more, ...aria }),
})

export const Box = (props: BoxProps) => <View {...rest(props)}>{props.children}</View>
export const Words = (props: BoxProps) => <Text {...rest(props)}>{props.children}</Text>
export const Para = (props: BoxProps) => <View {...rest(props)}>{props.children}</View>
export const Heading = (props: HeadingProps) => <View {...rest(props, { role: 'heading', level: props.level })}>{props.children}</View>
export const Press = ({ onPress, ...props }: PressProps) => (
  <View
    {...rest(props, { role: 'button' })}
    className={cx('k-press', props.className)}
    hoverClass="k-pressed"
    hoverStayTime={80}
    onClick={onPress}
  >
    {props.children}
  </View>
)
export const Header = Box
export const Nav = Box
export const Main = Box
export const Footer = Box
