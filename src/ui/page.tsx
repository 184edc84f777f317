import type { Me } from '@domain/account/contract'
import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { back } from '@/platform/go'
import { useNetwork } from '@/platform/network'
import { useMe, useSession } from '@/platform/session'
import { TabBar } from './bar'
import { Box, Footer, Header, Heading, Main } from './base'
import { barRoom } from './chrome'
import { cx } from './cx'
import { Asking } from './dialog'
import { focusHeading, titleOf } from './document'
import { Gate } from './gate'
import { Icon } from './icon'
import { Listen, Modes, Waiting } from './marks'
import { useMode } from './mode'
import { places } from './places'
import { age } from './say'
import { Skeleton } from './skeleton'
import { Tap } from './tap'
import { Toast } from './toast'

export interface PageProps {
  /** What the page is called, in its bar. It is the page's h1 unless there is a `heading`. */
  title: string
  /** The one sentence or number the page opens with: "还有 14 户". */
  heading?: string
  /** At the right of the heading: "已敲 9 · 见到 7". */
  aside?: ReactNode
  /** At the right of the bar: "草稿已存". */
  bar?: ReactNode
  /** The tab this page is ('home', 'meals', 'today', 'registry', 'matters', 'inbox', 'mine'); it then has the tab bar and no way back. */
  tab?: string
  /** What the way back does, when not simply going back. */
  onBack?: () => unknown
  /** Staff layout: up to 1200 px on wide screens. */
  wide?: boolean
  /** Open to people who are not signed in. */
  open?: boolean
  /** The main action, in the lower part of the screen: a `Button big kind="primary"`. */
  footer?: ReactNode
  /** When what is shown was answered (`useCall`'s `at`); its age is said when there is no signal. */
  at?: number
  /** Shows the switch between 长辈版 and 标准版 in the bar; home does. */
  modes?: boolean
  /** At the right of the heading on wide screens: staff's buttons. */
  actions?: ReactNode
  children?: ReactNode
}

/** Whether this page is the one in front: on H5 visited pages stay in the document. */
function useFront(): boolean {
  const [front, setFront] = useState(true)
  useDidShow(() => setFront(true))
  useDidHide(() => setFront(false))
  return front
}

/** Says the page's name to the browser and moves the focus to its heading when it comes to the front. */
function useNamed(title: string, front: boolean) {
  const first = useRef(true)
  useEffect(() => {
    if (!front) return
    titleOf(title)
    if (!first.current || Taro.getCurrentPages().length > 1) focusHeading()
    first.current = false
  }, [title, front])
}

/** The tab a page is for this person: one that is not among theirs was opened from another page, and has the way back instead. */
const tabOf = (me: Me, tab?: string) => (places(me).some(({ id }) => id === tab) ? tab : undefined)

/** A page: bar, heading, strip when there is no signal, content, main action, tabs. Every screen is one. */
export function Page(given: PageProps) {
  const me = useMe()
  const props = { ...given, tab: tabOf(me, given.tab) }
  const { title, heading, tab, wide, open, footer, at, children } = props
  const mode = useMode()
  const front = useFront()
  const state = useSession(session => session.state)
  useNamed(heading ?? title, front)
  const inside = open || state === 'in'
  return (
    <Box className={cx('k-page', mode, wide && 'k-wide', tab && inside && 'k-tabbed')}>
      <Bar {...props} inside={inside} />
      <Strip at={at} />
      <Main className="k-main">
        {inside ? (
          <>
            <Top {...props} />
            {children}
          </>
        ) : state === 'starting' ? (
          <Skeleton />
        ) : (
          <Gate />
        )}
      </Main>
      <Box className="k-bottom">
        {footer && inside ? <Footer className="k-footer">{footer}</Footer> : null}
        {tab && inside ? <TabBar me={me} at={tab} /> : null}
      </Box>
      {front ? (
        <>
          <Toast />
          <Asking />
        </>
      ) : null}
    </Box>
  )
}

function Bar({ title, heading, tab, onBack, bar, modes, inside }: PageProps & { inside: boolean }) {
  return (
    <Header className="k-bar" style={barRoom()}>
      {tab ? null : (
        <Tap label="返回" className="k-bar-back" onTap={onBack ?? back}>
          <Icon name="left" size={26} />
        </Tap>
      )}
      {heading && inside ? (
        <Box className="k-bar-title">{title}</Box>
      ) : (
        <Heading level={1} className="k-bar-title">
          {title}
        </Heading>
      )}
      <Box className="k-bar-right">
        {bar}
        {tab && inside ? <Waiting /> : null}
        {modes ? <Modes /> : <Listen />}
      </Box>
    </Header>
  )
}

function Top({ heading, aside, actions }: PageProps) {
  if (!heading && !actions) return null
  return (
    <Box className="k-top">
      <Box className="k-top-words">
        {heading ? (
          <Heading level={1} className="k-h1">
            {heading}
          </Heading>
        ) : null}
        {aside ? <Box className="k-top-aside">{aside}</Box> : null}
      </Box>
      {actions ? <Box className="k-top-actions">{actions}</Box> : null}
    </Box>
  )
}

/** Without signal: says so, and how old what is shown is. */
function Strip({ at }: { at?: number }) {
  const online = useNetwork(network => network.online)
  const words = online ? '' : at ? `没有信号，看到的是${age(at, Date.now())}` : '没有信号，记下的会先存在手机里'
  return (
    <Box className="k-strip-place" aria={{ role: 'status', live: 'polite' }}>
      {words ? (
        <Box className="k-strip">
          <Icon name="offline" size={18} tone="warn" />
          <Box>{words}</Box>
        </Box>
      ) : null}
    </Box>
  )
}
