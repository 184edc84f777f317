import { Page } from '@/ui'

export default function Screen() {
  return <Page title="我的" open />
}
