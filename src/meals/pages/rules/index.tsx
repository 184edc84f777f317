import { useState } from 'react'
import { membership, useCall, useMe, useQuery } from '@/platform'
import { Empty, Loaded, Page } from '@/ui'
import { RuleSet, type View } from '../../money/ruleset'
import '../../money/money.scss'

/** Who pays what: the rules of a community or of one of its kitchens, what is missing in them, and a try. ?kitchen= */
export default function RulesPage() {
  const me = useMe()
  const asked = useQuery().kitchen
  const division = membership(me, 'community', 'kitchen', 'district', 'street', 'city')?.scope
  const [picked, pick] = useState(asked)
  const first = useCall('meals.price_rules', division && picked === undefined ? { division } : null)
  const kitchen = picked ?? (first.data && begins(first.data))
  const from = useCall('meals.price_rules', division && kitchen !== undefined ? { division, ...(kitchen ? { kitchen } : {}) } : null)
  const { data } = from
  if (data && division && kitchen !== undefined) {
    const key = `${kitchen}${data.own.version}`
    return <RuleSet key={key} view={data} division={division} kitchen={kitchen} onKitchen={pick} onSaved={from.retry} at={from.at} />
  }
  return (
    <Page title="价格规则" wide>
      {division ? (
        <Loaded from={kitchen === undefined ? first : from} shape="rows">
          {() => null}
        </Loaded>
      ) : (
        <Empty title="价格由社区来定" words="每一餐要付多少、为什么，订饭的时候会写清楚。" />
      )}
    </Page>
  )
}

/** Where there are rules to read: the community's own, else the first kitchen's that has its own. '' is the community. */
const begins = ({ own, kitchens }: View) => (own.rules.length ? '' : (kitchens.find(one => one.own)?.kitchen ?? ''))
