import type { Neighbour } from '@domain/meals/contract/checks'
import { useState } from 'react'
import { useCall, useMe, useQuery, useWrite } from '@/platform'
import { ask, Box, Button, Buttons, Choice, Empty, Field, Loaded, Page, Row, Rows, Sheet, Tag, toast } from '@/ui'

const KINDS = [
  { value: 'lead', label: '楼长' },
  { value: 'neighbour', label: '邻居' },
] as const

/** Who near agreed to look, building by building. */
export default function Neighbours() {
  const me = useMe()
  const asked = useQuery().community
  const own = me.memberships.find(({ role }) => role === 'community')?.scope
  const community = asked ?? own
  const list = useCall('meals.neighbours', community ? { community } : null)
  const [editing, setEditing] = useState<Neighbour | 'new'>()
  const done = () => {
    setEditing(undefined)
    list.retry()
  }
  return (
    <Page
      title="楼长和邻居"
      heading="有人没取餐，先请谁去看看"
      wide
      at={list.at}
      footer={
        own ? (
          <Button kind="primary" big onTap={() => setEditing('new')}>
            添一位
          </Button>
        ) : undefined
      }
    >
      <Loaded
        from={list}
        shape="rows"
        empty={<Empty title="还没有记楼长和邻居" words="一栋楼记一两位，愿意去敲敲门的就行。打电话没人接时，就找他们。" />}
      >
        {all => (
          <Box className="k-stack">
            {buildings(all).map(building => (
              <Rows key={building} title={`${building}号楼`}>
                {all
                  .filter(one => one.building === building)
                  .map(one => (
                    <Row
                      key={one.id}
                      title={one.name}
                      note={[one.about, one.phone].filter(Boolean).join(' · ')}
                      aside={<Tag tone={one.kind === 'lead' ? 'info' : 'plain'}>{one.kind === 'lead' ? '楼长' : '邻居'}</Tag>}
                      onTap={own ? () => setEditing(one) : undefined}
                    />
                  ))}
              </Rows>
            ))}
          </Box>
        )}
      </Loaded>
      {editing && own ? (
        <Edit community={own} known={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} onDone={done} />
      ) : null}
    </Page>
  )
}

const buildings = (all: Neighbour[]) =>
  [...new Set(all.map(one => one.building))].sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1))

interface EditProps {
  community: string
  known?: Neighbour
  onClose: () => void
  onDone: () => void
}
function Edit({ community, known, onClose, onDone }: EditProps) {
  const [form, setForm] = useState({
    ...{ building: known?.building ?? '', name: known?.name ?? '', about: known?.about ?? '', phone: '' },
    kind: known?.kind ?? ('lead' as Neighbour['kind']),
  })
  const put = (field: 'building' | 'name' | 'about' | 'phone') => (value: string) => setForm(was => ({ ...was, [field]: value }))
  const write = useWrite('meals.save_neighbour')
  const ending = useWrite('meals.end_neighbour')
  const hasPhone = /^1[3-9]\d{9}$/.test(form.phone)
  const ready = form.building.trim() && form.name.trim() && (hasPhone || (known && !form.phone))
  const save = async () => {
    const { building, name, about, kind, phone } = form
    const about_ = about.trim() ? { about: about.trim() } : {}
    const done = await write.run({
      ...{ community, form: { building: building.trim(), name: name.trim(), kind, ...about_ } },
      ...(known ? { neighbour: known.id, version: known.version } : {}),
      ...(hasPhone ? { phone } : {}),
    })
    if (!done) return
    toast(`${name.trim()}记下了`)
    onDone()
  }
  const remove = async () => {
    if (!known || !(await ask({ title: `以后不找${known.name}了`, words: '电话会一起删掉。', yes: '删掉', danger: true }))) return
    if (await ending.run({ neighbour: known.id })) onDone()
  }
  return (
    <Sheet
      title={known ? known.name : '添一位楼长或邻居'}
      onClose={onClose}
      actions={
        <Buttons column>
          <Button kind="primary" big disabled={!ready} busy={write.busy} onTap={save}>
            记下
          </Button>
          {known ? (
            <Button kind="danger" busy={ending.busy} onTap={remove}>
              不找他了
            </Button>
          ) : null}
        </Buttons>
      }
    >
      <Field label="几号楼" hint="只填数字，比如 3" value={form.building} onChange={put('building')} max={20} />
      <Choice label="是" options={KINDS} value={form.kind} onChange={kind => setForm(was => ({ ...was, kind }))} />
      <Field label="怎么称呼" value={form.name} onChange={put('name')} max={20} />
      <Field
        label={known ? '换电话' : '电话'}
        need={!known}
        hint={known ? `现在是 ${known.phone}，不换就空着` : '只有找人的时候才会打，每次都有记录'}
        kind="tel"
        value={form.phone}
        onChange={put('phone')}
        max={11}
        error={write.problem ?? ending.problem}
      />
      <Field label="还要知道的" need={false} hint="住几零几，有没有钥匙" value={form.about} onChange={put('about')} max={40} />
    </Sheet>
  )
}
