import { drop, flush, go, type Parcel, path, retry, useNetwork, useOutbox } from '@/platform'
import { ago, ask, Button, Buttons, Card, Empty, List, Page, Section, Tag, toast, Wrong } from '@/ui'

/** What waits to be sent, what was turned away and why. */
export default function Waiting() {
  const { parcels, sending } = useOutbox()
  const online = useNetwork(network => network.online)
  const failed = parcels.filter(parcel => parcel.problem)
  const waiting = parcels.filter(parcel => !parcel.problem)
  const now = Date.now()
  const footer = waiting.length ? (
    <Button kind="primary" big busy={sending} onTap={() => flush(true)}>
      {sending ? '正在传' : '现在就传'}
    </Button>
  ) : null
  return (
    <Page title="待上传" heading={heading(waiting.length, failed.length)} footer={footer}>
      {parcels.length ? null : <Empty title="都传上去了" words="没有信号的时候记下的，会先放在这里，有信号了自己传。" />}
      {failed.length ? (
        <Section title="没传上的">
          <List label="没传上的" items={failed} keyOf={parcel => parcel.id}>
            {parcel => <Failed parcel={parcel} now={now} />}
          </List>
        </Section>
      ) : null}
      {waiting.length ? (
        <Section title="等着传的">
          <List label="等着传的" items={waiting} keyOf={parcel => parcel.id}>
            {parcel => (
              <Card
                title={parcel.about}
                aside={<Tag tone="info">{online ? '排队中' : '等信号'}</Tag>}
                note={`${ago(parcel.at, now)}记下${photos(parcel)}${parcel.tries ? `，试过 ${parcel.tries} 次` : ''}`}
              />
            )}
          </List>
        </Section>
      ) : null}
    </Page>
  )
}

const photos = ({ enclosures }: Parcel) => (enclosures.length ? `，带 ${enclosures.length} 张照片` : '')

function heading(waiting: number, failed: number) {
  if (failed) return `${failed} 条没传上`
  return waiting ? `还有 ${waiting} 条等着传` : undefined
}

function Failed({ parcel, now }: { parcel: Parcel; now: number }) {
  const { id, about, at, edit, problem } = parcel
  const remove = async () => {
    const sure = await ask({ title: '删掉这一条？', words: `「${about}」还没传上去，删了就没有了。`, yes: '删掉', danger: true })
    if (!sure) return
    await drop(id)
    toast('删掉了')
  }
  return (
    <Card title={about} aside={<Tag tone="bad">没传上</Tag>} edge="bad" note={`${ago(at, now)}记下${photos(parcel)}`}>
      <Wrong>{problem?.message ?? ''}</Wrong>
      {edit ? (
        <Button kind="primary" big onTap={() => go(path(edit, { parcel: id }))}>
          改一改
        </Button>
      ) : null}
      <Buttons>
        {problem?.code === 'call.key_reused' ? null : <Button onTap={() => retry(id)}>再传一次</Button>}
        <Button kind="danger" onTap={remove}>
          删掉
        </Button>
      </Buttons>
    </Card>
  )
}
