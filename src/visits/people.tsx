/** Who lives behind a door: from the registry, or what the phone has when there is no signal. */
import type { OutputOf } from '@domain'
import { dial, membership, useMe, useWrite } from '@/platform'
import { Box, Button, Buttons, Card, Row, Rows, Section, Tag, Tags, toast, useElder, Words } from '@/ui'
import type { Packed } from './ground'

type Household = OutputOf<'people.household'>
interface Person {
  id: string
  name: string
  age?: number
  relation: string
  tags: string[]
  phones: string[]
}

/** Who is here, as far as the phone knows. */
export function personsOf(household: Household | undefined, packed: Packed | undefined): Person[] {
  if (!household) return (packed?.residents ?? []).map(one => ({ ...one, phones: [] }))
  return household.residents
    .filter(one => one.living === 'living' || one.living === 'unknown')
    .map(({ id, name, age, relation, tags, phones }) => ({ id, name, age, relation, phones, tags: tags.map(tag => tag.name) }))
}

export function Persons({ persons, task }: { persons: Person[]; task: string }) {
  const elder = useElder()
  // whoever works at the door may ring; above it the numbers are not theirs to dial
  const calls = membership(useMe(), 'grid', 'community') !== undefined
  if (!persons.length) return null
  if (elder)
    return (
      <Section title="家里人">
        {persons.map(person => (
          <Card key={person.id}>
            <Name person={person} />
            <Box className="k-note">{noteOf(person)}</Box>
            {calls && person.phones.length ? (
              <Buttons column>
                <Call person={person} task={task} />
              </Buttons>
            ) : null}
          </Card>
        ))}
      </Section>
    )
  return (
    <Rows title="家里人">
      {persons.map(person => (
        <Row
          key={person.id}
          title={<Name person={person} />}
          note={noteOf(person)}
          aside={calls && person.phones.length ? <Call person={person} task={task} /> : null}
        />
      ))}
    </Rows>
  )
}

const noteOf = ({ relation, phones }: Person) => [relation, ...phones].filter(Boolean).join(' · ')

const Name = ({ person: { name, age, tags } }: { person: Person }) => (
  <Box className="v-who">
    <Words>{age === undefined ? name : `${name} · ${age} 岁`}</Words>
    <Tags>
      {tags.map(tag => (
        <Tag key={tag}>{tag}</Tag>
      ))}
    </Tags>
  </Box>
)

/** The number is fetched for this one call; the task is the reason, and it is in the trace. */
function Call({ person, task }: { person: Person; task: string }) {
  const { run, problem } = useWrite('people.dial')
  const ring = async () => {
    const answer = await run({ person: person.id, task })
    if (answer) await dial(answer.number)
    else toast('没打通，有信号了再试', { tone: 'bad' })
  }
  return (
    <>
      <Button kind="soft" icon="phone" label={`给${person.name}打电话`} onTap={ring}>
        打电话
      </Button>
      {problem ? <Words className="k-unseen">{problem}</Words> : null}
    </>
  )
}
