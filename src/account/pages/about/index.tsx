import { Page } from '@/ui'

export default function Screen() {
  return <Page title="关于两邻" open />
}
