import { Page } from '@/ui'

/** placeholder of part B, to be replaced */
export default function Blank() {
  return <Page title="每周的班" />
}
