import type { Resident } from '@domain/people/contract'
import { Carers } from '@/people/carers'
import { Ends } from '@/people/ends'
import { Numbers } from '@/people/numbers'
import { useReach } from '@/people/reach'
import { TagList } from '@/people/taglist'
import { HOUSEHOLD_PAGE, LIVING, PERSON_PAGE, sexWord } from '@/people/words'
import { go, useCall, useMe, useQuery } from '@/platform'
import { Button, Card, Loaded, Page, Row, Rows, sayDay, Wrong } from '@/ui'

/** `?household=&id=`: one resident, with everything that can be done about them. */
export default function Screen() {
  const { household = '', id } = useQuery()
  const reach = useReach()
  const home = useCall('people.household', household ? { household } : null)
  const resident = home.data?.residents.find(one => one.id === id)
  return (
    <Page title="住户资料" heading={resident?.name} aside={resident && <About who={resident} />} at={home.at}>
      <Loaded from={home} shape="rows">
        {() =>
          resident ? (
            <Body who={resident} label={home.data?.label} edits={reach.edits} onChanged={home.retry} />
          ) : (
            <Wrong>这位住户已经不在这一户了</Wrong>
          )
        }
      </Loaded>
    </Page>
  )
}

const About = ({ who }: { who: Resident }) => (
  <>{[who.relation, sexWord(who.sex), who.age === undefined ? '' : `${who.age} 岁`].filter(Boolean).join(' · ')}</>
)

interface BodyProps {
  who: Resident
  label?: string
  edits: boolean
  onChanged: () => void
}

function Body({ who, label, edits, onChanged }: BodyProps) {
  const { day } = useMe()
  const gone = who.living === 'moved' || who.living === 'deceased'
  return (
    <>
      {gone ? <Card title={LIVING[who.living]} note="资料留着备查。" edge="warn" /> : null}
      {edits && !gone ? <TagList who={who} onChanged={onChanged} /> : null}
      {edits ? <Numbers who={who} /> : null}
      <Rows title="资料">
        <Row title="出生日期" aside={who.born ? sayDay(who.born, day).replace(/ 周.$/, '') : '没登记'} />
        <Row title="居住" aside={LIVING[who.living]} />
        {who.note ? <Row title="备注" note={who.note} /> : null}
        <Row title={label ?? '这一户'} note="家里的人、门牌" onTap={() => go(HOUSEHOLD_PAGE, { id: who.household })} />
      </Rows>
      {edits ? (
        <Button icon="edit" onTap={() => go(PERSON_PAGE, { household: who.household, id: who.id })}>
          改资料
        </Button>
      ) : null}
      {edits && !gone ? <Carers who={who} /> : null}
      {edits ? <Ends who={who} gone={gone} onChanged={onChanged} /> : null}
    </>
  )
}
