import { Page } from '@/ui'

/** placeholder of part D, to be replaced */
export default function Blank() {
  return <Page title="签到码" />
}
