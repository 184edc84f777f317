import { Page } from '@/ui'

export default function Screen() {
  return <Page title="隐私" open />
}
