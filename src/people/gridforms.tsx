/** Naming a grid, and drawing it by whole buildings. */
import type { GridCard } from '@domain/people/contract'
import { sizeWarning } from '@domain/people/size'
import { useState } from 'react'
import { useCall, useWrite } from '@/platform'
import { Button, Choice, Choices, Empty, Field, Loaded, Para, Sheet, toast, Wrong } from '@/ui'
import { buildingWord, KINDS } from './words'

interface Props {
  community: string
  onClose: () => void
}

/** Adds a grid, or renames the one given and changes its kind. */
export function NameGrid({ grid, community, onClose }: Props & { grid?: GridCard }) {
  const [name, setName] = useState(grid?.name ?? '')
  const [kind, setKind] = useState(grid?.kind ?? 'old')
  const add = useWrite('people.add_grid')
  const rename = useWrite('people.rename_grid')
  const warning = grid && sizeWarning(kind, grid.households)
  const save = async () => {
    const done = grid
      ? await rename.run({ grid: grid.code, name: name.trim(), kind })
      : await add.run({ community, name: name.trim(), kind })
    if (!done) return
    toast(grid ? '改好了' : '添好了，接着划楼进来')
    onClose()
  }
  const problem = add.problem ?? rename.problem
  return (
    <Sheet
      title={grid ? '改网格' : '添一个网格'}
      onClose={onClose}
      actions={
        <Button big kind="primary" disabled={!name.trim()} busy={add.busy || rename.busy} onTap={save}>
          {grid ? '改成这样' : '添上'}
        </Button>
      }
    >
      <Field label="名字" hint="比如 第5网格、北院" value={name} onChange={setName} max={30} />
      <Choice label="是什么样的" hint="决定多少户合适" columns={1} options={KINDS} value={kind} onChange={setKind} />
      {warning ? <Para className="k-text k-tone-warn">{warning}</Para> : null}
      {problem ? <Wrong>{problem}</Wrong> : null}
    </Sheet>
  )
}

/** Says before it happens how large the grid will be. */
export function ResizeGrid({ grid, community, names, onClose }: Props & { grid: GridCard; names: Map<string, string> }) {
  const buildings = useCall('people.buildings', { community })
  const [chosen, setChosen] = useState<string[]>([])
  const resize = useWrite('people.resize_grid')
  const others = (buildings.data ?? []).filter(one => one.grid !== grid.code)
  const more = others.filter(one => chosen.includes(`${one.building}|${one.grid}`))
  const after = grid.households + more.reduce((sum, one) => sum + one.households, 0)
  const warning = sizeWarning(grid.kind, after)
  const save = async () => {
    const done = await resize.run({ grid: grid.code, buildings: [...new Set(more.map(one => one.building))] })
    if (!done) return
    toast(`划过来 ${done.moved} 户，敲门记录跟着走`)
    onClose()
  }
  return (
    <Sheet
      title={`把楼划进${grid.name}`}
      onClose={onClose}
      actions={
        <Button big kind="primary" disabled={more.length === 0} busy={resize.busy} onTap={save}>
          {more.length ? `划进来，一共 ${after} 户` : '先选楼'}
        </Button>
      }
    >
      <Loaded from={buildings} shape="rows">
        {() =>
          others.length ? (
            <Choices
              label="选楼"
              hint="整栋楼一起划，住户和敲门记录都跟着走"
              options={others.map(one => ({
                value: `${one.building}|${one.grid}`,
                label: buildingWord(one.building),
                note: `${names.get(one.grid) ?? ''} · ${one.households} 户`,
              }))}
              values={chosen}
              onChange={setChosen}
            />
          ) : (
            <Empty title="别的网格没有楼了" words="先登记住户，或者导入台账。" />
          )
        }
      </Loaded>
      {more.length && warning ? <Para className="k-text k-tone-warn">{warning.replace('现在', '划完是')}</Para> : null}
      {resize.problem ? <Wrong>{resize.problem}</Wrong> : null}
    </Sheet>
  )
}
