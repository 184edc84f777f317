import { Page } from '@/ui'

/** placeholder of part G, to be replaced */
export default function Blank() {
  return <Page title="志愿的数" />
}
