import { Page } from '@/ui'

export default function Screen() {
  return <Page title="通知" open />
}
