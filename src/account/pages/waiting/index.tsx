import { Page } from '@/ui'

export default function Screen() {
  return <Page title="待上传" open />
}
