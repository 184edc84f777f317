import { Page } from '@/ui'

/** placeholder of part C, to be replaced */
export default function Blank() {
  return <Page title="这个班" />
}
