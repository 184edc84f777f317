/** Finding somebody: what was typed, asked a moment after the last letter, and who was found. */
import type { ResidentCard } from '@domain/people/contract'
import { useEffect, useState } from 'react'
import { type Called, go, useCall } from '@/platform'
import { Card, Empty, List, Loaded, Tag, Tags, Words } from '@/ui'
import { Home } from './homes'
import { DOOR_PAGE, LIVING, sexWord } from './words'

const PAUSE = 300

/** The words once the person has stopped typing. */
export function useSettled(words: string): string {
  const [settled, setSettled] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [words])
  return settled
}

/** A whole phone or ID number is looked up exactly; everything else is the beginning of a name or a door. */
const isNumber = (words: string) => /^(\d{17}[\dXx]|1\d{10}|0\d{9,11})$/.test(words.replace(/[\s-]/g, ''))

/** Words with a number in them mean a door. */
const isDoor = (words: string) => /[0-9０-９]/.test(words)

export interface FoundProps {
  division: string
  words: string
}

export function Found(props: FoundProps) {
  if (isNumber(props.words)) return <ByNumber {...props} />
  return isDoor(props.words) ? <Doors {...props} /> : <ByName {...props} />
}

function ByName({ division, words }: FoundProps) {
  return <People from={useCall('people.search', { division, words })} words="换姓名、拼音、首字母试试，或者按门牌找，比如 3-2-501。" />
}

function ByNumber({ division, words }: FoundProps) {
  return (
    <People
      from={useCall('people.find_exact', { division, number: words.replace(/\s/g, '') })}
      words="这个号码没有登记过，看看有没有少一位。"
    />
  )
}

function Doors({ division, words }: FoundProps) {
  const from = useCall('people.doors', { division, words })
  return (
    <Loaded from={from} shape="rows" empty={<Empty title="没有这个门" words="看看门牌对不对，没登记过的可以添一户。" drawing="search" />}>
      {homes => (
        <List items={homes} keyOf={one => one.id} label="找到的门" unit="户">
          {one => <Home home={one} />}
        </List>
      )}
    </Loaded>
  )
}

const People = ({ from, words }: { from: Called<ResidentCard[]>; words: string }) => (
  <Loaded from={from} shape="rows" empty={<Empty title="没有找到" words={words} drawing="search" />}>
    {people => (
      <List items={people} keyOf={one => one.id} label="找到的人" unit="人">
        {one => <Person who={one} />}
      </List>
    )}
  </Loaded>
)

const Person = ({ who }: { who: ResidentCard }) => {
  const { name, age, sex, label, tags, living } = who
  const about = [age === undefined ? '' : `${age} 岁`, sexWord(sex), label].filter(Boolean).join(' · ')
  return (
    <Card onTap={() => go(DOOR_PAGE, { household: who.household })}>
      <Words className="k-line">
        <Words className="k-h3">{name}</Words>
        <Words className="k-soft k-small">{about}</Words>
        <Tags>
          {living === 'living' ? null : <Tag tone="warn">{LIVING[living]}</Tag>}
          {tags.map(tag => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </Tags>
      </Words>
    </Card>
  )
}
