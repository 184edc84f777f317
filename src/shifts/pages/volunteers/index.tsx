import { Page } from '@/ui'

/** placeholder of part A, to be replaced */
export default function Blank() {
  return <Page title="志愿者名册" />
}
