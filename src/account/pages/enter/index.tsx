import { Page } from '@/ui'

export default function Screen() {
  return <Page title="登录" open />
}
