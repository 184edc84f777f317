import { useDidShow, useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { cameBack, watchNetwork } from '@/platform/network'
import { startOutbox } from '@/platform/outbox'
import { start } from '@/platform/session'
import { installShell } from '@/platform/shell'
import { openTransport } from '@/platform/transport'
import './app.scss'

/** Launches the app: transport, network, who is here, what waits to be sent. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    openTransport()
    watchNetwork()
    startOutbox()
    void start()
    installShell()
  })
  useDidShow(cameBack)
  return children
}
