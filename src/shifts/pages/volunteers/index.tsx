import { useState } from 'react'
import { useCall, useQuery, useWide } from '@/platform'
import { Button, Buttons, Empty, Figure, Figures, Loaded, Page } from '@/ui'
import { AddSheet } from '../../people/addsheet'
import { askedOf, Filters, type Narrow, useRest, type Who } from '../../people/filters'
import { VolunteerList } from '../../people/list'
import { usePlace } from '../../people/use'
import { toPapers, toTeams, toVolunteer } from '../../ways'
import '../../people/people.scss'

/** The volunteers of a community: who is there, who waits, whose papers end. ?community= another one, ?who= a part of them. */
export default function Screen() {
  const { community, office } = usePlace()
  const wide = useWide()
  const { who } = useQuery()
  const [narrow, setNarrow] = useState<Narrow>({ words: '', who: (who as Who | undefined) ?? 'all', skill: '' })
  const [pages, setPages] = useState<string[]>([])
  const [adding, setAdding] = useState(false)
  const words = useRest(narrow.words)
  const after = pages[pages.length - 1]
  const asked = community ? { ...askedOf(community, { ...narrow, words }), ...(after ? { after } : {}) } : null
  const from = useCall('shifts.volunteers', asked, { keep: `shifts/volunteers/${community}` })
  const counts = useCall('shifts.volunteers_count', community ? { community } : null, { keep: `shifts/counts/${community}` })
  const narrowed = (next: Narrow) => {
    setPages([])
    setNarrow(next)
  }
  const next = from.data?.after
  const states = counts.data?.states
  const on = states ? (states.active ?? 0) + (states.paused ?? 0) : undefined
  const add = (
    <Button kind="primary" big={!wide} icon="plus" onTap={() => setAdding(true)}>
      登记一位
    </Button>
  )
  return (
    <Page
      title="志愿者"
      heading={on === undefined ? '志愿者名册' : `${on} 位志愿者`}
      wide
      at={from.at}
      actions={wide && office ? add : undefined}
      footer={!wide && office ? add : undefined}
    >
      <Figures>
        <Figure
          label="等您点头"
          value={states?.waiting ?? '—'}
          tone={states?.waiting ? 'warn' : undefined}
          onTap={() => narrowed({ ...narrow, who: 'waiting' })}
        />
        <Figure label="歇着" value={states?.paused ?? '—'} onTap={() => narrowed({ ...narrow, who: 'paused' })} />
        <Figure
          label="证件要看"
          value={counts.data ? counts.data.unchecked + counts.data.expired : '—'}
          note={counts.data ? `快到期 ${counts.data.soon} 位` : undefined}
          tone={counts.data?.expired ? 'bad' : undefined}
          onTap={office ? toPapers : undefined}
        />
        <Figure label="队伍" value={counts.data?.teams ?? '—'} onTap={toTeams} />
      </Figures>
      <Filters value={narrow} onChange={narrowed} />
      <Loaded
        from={from}
        shape="rows"
        empty={<Empty title="没有这样的志愿者" words="换个条件看看；新来的可以在这里登记。" drawing="door" />}
      >
        {page => <VolunteerList items={page.items} />}
      </Loaded>
      {pages.length || next ? (
        <Buttons>
          {pages.length ? <Button onTap={() => setPages(pages.slice(0, -1))}>往前看</Button> : null}
          {next ? <Button onTap={() => setPages([...pages, next])}>再往后看</Button> : null}
        </Buttons>
      ) : null}
      {adding && community ? (
        <AddSheet
          community={community}
          onClose={() => setAdding(false)}
          onDone={account => {
            setAdding(false)
            void toVolunteer(account)
          }}
        />
      ) : null}
    </Page>
  )
}
