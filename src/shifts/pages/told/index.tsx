import { Page } from '@/ui'

/** placeholder of part F, to be replaced */
export default function Blank() {
  return <Page title="想收到什么" />
}
