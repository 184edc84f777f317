import type { OutputOf } from '@domain'
import type { Rating, Reason } from '@domain/meals/contract/table'
import { REASON_WORDS, reasonsSaid, STARS, satisfaction } from '@domain/meals/rating'
import { mondayOf } from '@domain/meals/serving'
import { useState } from 'react'
import { useCall, useMe } from '@/platform'
import { Bars, Card, Empty, Figure, Figures, List, Loaded, Page, Para, plusDays, Section, sayDay, sayNear, Tag } from '@/ui'
import { useKitchen } from '../../kitchens/use'
import { WhichKitchen } from '../../kitchens/which'
import { WeekPick } from '../../monthpick'
import { MEALS } from '../../words'

type Heard = OutputOf<'meals.feedback'>

/** What was said of a kitchen's meals in a week. ?kitchen= */
export default function Screen() {
  const me = useMe()
  const { kitchen, cooks, choose, from, division } = useKitchen()
  const [back, setBack] = useState(0)
  const monday = me.day ? plusDays(mondayOf(me.day), -7 * back) : ''
  const heard = useCall('meals.feedback', kitchen && monday ? { kitchen: kitchen.id, from: monday, days: 7 } : null, {
    keep: 'meals/feedback',
  })
  const week = back === 0 ? '这周' : back === 1 ? '上周' : `${sayDay(monday, me.day)}那周`
  const liked = heard.data && satisfaction(heard.data)
  return (
    <Page
      title="饭好不好吃"
      wide
      heading={heard.data ? (liked === undefined ? `${week}还没人说` : `${week} ${liked}% 满意`) : undefined}
      at={heard.at}
    >
      {kitchen ? (
        <>
          <WhichKitchen kitchens={cooks} value={kitchen.id} onChange={choose} />
          <WeekPick back={back} at={week} onChange={setBack} />
          <Loaded
            from={heard}
            shape="figures"
            empty={<Empty title="还没有人说" words="吃完饭三天里，本人和家里人点一下就能说好不好吃。" />}
          >
            {one => <Shown heard={one} today={me.day} />}
          </Loaded>
        </>
      ) : division ? (
        <Loaded from={from} isEmpty={() => true} empty={<Empty title="这里还没有厨房" words="社区开了厨房，才有人说好不好吃。" />}>
          {() => null}
        </Loaded>
      ) : (
        <Empty title="评价给厨房和社区看" words="自己吃的，在“我订的饭”里说好不好吃。" />
      )}
    </Page>
  )
}

function Shown({ heard, today }: { heard: Heard; today: string }) {
  const [stars, setStars] = useState<Rating['stars']>()
  const [why, setWhy] = useState<Reason>()
  const items = heard.items.filter(one => (!stars || one.stars === stars) && (!why || one.reasons.includes(why)))
  const only = (next: { stars?: Rating['stars']; why?: Reason }) => {
    setStars(next.stars)
    setWhy(next.why)
  }
  const many = heard.reasons[0]?.count ?? 0
  return (
    <>
      <Figures>
        <Figure label="说了的" value={heard.items.length} note={`吃了 ${heard.taken} 份`} onTap={() => only({})} />
        {STARS.map(({ value, label }) => (
          <Figure
            key={value}
            label={label}
            value={heard[value]}
            note={stars === value ? '下面只有这些' : '点一下只看这些'}
            tone={value === 'bad' && heard.bad > 0 ? 'bad' : undefined}
            onTap={() => only({ stars: value })}
          />
        ))}
      </Figures>
      {heard.reasons.length ? (
        <Section title="哪里不好">
          <Bars
            legend="说了几次"
            rows={heard.reasons.map(({ reason, count }) => ({
              ...{ key: reason, name: REASON_WORDS[reason], done: 0, tried: count, whole: many, figures: `${count} 次` },
              onOpen: () => only({ why: reason }),
            }))}
          />
        </Section>
      ) : null}
      {stars || why ? (
        <Para className="k-note">{`下面只有说“${why ? REASON_WORDS[why] : STARS.find(one => one.value === stars)?.label}”的 ${items.length} 条。`}</Para>
      ) : null}
      <List key={`${stars}${why}`} items={items} keyOf={one => one.order} unit="条" label="评价" step={30}>
        {one => <One rating={one} today={today} />}
      </List>
    </>
  )
}

const TONES = { good: 'ok', fair: 'warn', bad: 'bad' } as const
const One = ({ rating, today }: { rating: Rating; today: string }) => (
  <Card
    title={`${rating.call}${rating.by ? `（${rating.by}说）` : ''}`}
    aside={<Tag tone={TONES[rating.stars]}>{STARS.find(one => one.value === rating.stars)?.label ?? ''}</Tag>}
    edge={rating.attend ? 'bad' : undefined}
    note={[`${sayNear(rating.day, today)}${MEALS[rating.meal]}`, rating.door, rating.dishes.join('、')].join(' · ')}
  >
    {rating.reasons.length || rating.note ? <Words rating={rating} /> : null}
  </Card>
)
const Words = ({ rating }: { rating: Rating }) => (
  <Para className="k-text">{[reasonsSaid(rating.reasons), rating.note].filter(Boolean).join('：')}</Para>
)
