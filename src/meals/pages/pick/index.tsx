import { useEffect, useState } from 'react'
import { membership, useCall, useMe } from '@/platform'
import { Card, Empty, Field, List, Loaded, Page } from '@/ui'
import { toWeek } from '../../ways'

/** How long after the last letter the question is asked, ms. */
const PAUSE = 300
function useSettled(words: string): string {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [words])
  return settled
}

/** Staff order for somebody without a phone: who rings, by name or door. */
export default function Pick() {
  const me = useMe()
  const division = membership(me, 'kitchen', 'grid', 'community')?.scope
  const [words, setWords] = useState('')
  const asked = useSettled(words)
  const found = useCall('meals.eaters', division && asked ? { division, words: asked } : null)
  return (
    <Page title="替人订饭" heading="替谁订">
      <Field kind="search" label="找人" hint="姓名、拼音、首字母，或门牌，比如 3-2-501" value={words} onChange={setWords} max={40} />
      {asked && division ? (
        <Loaded
          from={found}
          shape="rows"
          empty={<Empty title="没有找到" words="换姓名、拼音、首字母试试，或者按门牌找。" drawing="search" />}
        >
          {people => (
            <List items={people} keyOf={one => one.eater} label="找到的人" unit="人">
              {one => (
                <Card
                  title={one.call}
                  note={[one.door, one.age === undefined ? '' : `${one.age} 岁`].filter(Boolean).join(' · ')}
                  onTap={() => toWeek(one.eater)}
                />
              )}
            </List>
          )}
        </Loaded>
      ) : (
        <Empty
          title="先问清是谁"
          words="没有手机的人打电话来、到窗口来，都可以替他订。订的是谁的，他自己和家人都看得到。"
          drawing="search"
        />
      )}
    </Page>
  )
}
