import { Page } from '@/ui'

export default function Screen() {
  return <Page title="首页" open />
}
