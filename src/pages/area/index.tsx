import { useQuery } from '@/platform'
import { Page } from '@/ui'
import { Area } from '../parts/area'

/** One division below one's own, opened from the home page. */
export default function AreaPage() {
  const { division = '', name = '' } = useQuery()
  return (
    <Page title={name || '区划'} wide>
      {division ? <Area division={division} /> : null}
    </Page>
  )
}
