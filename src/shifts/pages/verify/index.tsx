import { Page } from '@/ui'

/** placeholder of part E, to be replaced */
export default function Blank() {
  return <Page title="核验证明" />
}
