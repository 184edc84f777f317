import type { Dish, Kitchen } from '@domain/meals/contract/kitchens'
import { useState } from 'react'
import { back, useCall, useDraft, useMe, useQuery, useWrite } from '@/platform'
import { ask, Button, Choice, Choices, Empty, Field, Loaded, Page, Skeleton, toast, Wrong } from '@/ui'
import { DishPhoto } from '../../kitchens/photo'
import { COMMON, formOf, NEW, type Recipe, recipeOf, wrong } from '../../kitchens/recipe'
import { useKitchen } from '../../kitchens/use'
import { KINDS, TEXTURES } from '../../words'

/** A dish of the book: ?kitchen, dish; without a dish a new one. */
export default function Screen() {
  const { dish: id } = useQuery()
  const { kitchen, from } = useKitchen()
  const book = useCall('meals.dishes', kitchen && id ? { kitchen: kitchen.id } : null)
  const dish = book.data?.find(one => one.id === id)
  if (kitchen && !id) return <Form key="new" kitchen={kitchen} />
  if (kitchen && dish) return <Form key={`${dish.id}${dish.version}`} kitchen={kitchen} dish={dish} />
  return (
    <Page title="一道菜">
      <Loaded
        from={(kitchen ? book : from) as typeof from}
        shape="form"
        isEmpty={() => true}
        empty={<Empty title="没有这道菜" words="请回到菜谱里再找找。" />}
      >
        {() => null}
      </Loaded>
    </Page>
  )
}

const options = <V extends string>(words: Record<V, string>) => (Object.keys(words) as V[]).map(value => ({ value, label: words[value] }))

function Form({ kitchen, dish }: { kitchen: Kitchen; dish?: Dish }) {
  const draft = useDraft<Recipe>(`dish/${kitchen.id}/${dish?.id ?? 'new'}/${dish?.version ?? 0}`, dish ? recipeOf(dish) : NEW)
  const write = useWrite('meals.save_dish')
  const [tried, setTried] = useState(false)
  const title = dish ? `改${dish.name}` : '加一道菜'
  if (!draft.ready)
    return (
      <Page title={title}>
        <Skeleton shape="form" />
      </Page>
    )
  const { value } = draft
  const set = (more: Partial<Recipe>) => draft.set(was => ({ ...was, ...more }))
  const wrongs = tried ? wrong(value) : {}
  const save = async () => {
    setTried(true)
    if (Object.keys(wrong(value)).length) return
    const about = dish ? { dish: dish.id, version: dish.version } : {}
    if (!(await write.run({ kitchen: kitchen.id, ...about, form: formOf(value) }))) return
    await draft.done()
    toast(dish ? '改好了，以后排的菜单按新的来' : '加好了，可以排进菜单')
    await back()
  }
  const named = write.at === 'form.name'
  return (
    <Page
      title={title}
      bar={draft.from ? '接着上次填的' : null}
      footer={
        <Button big kind="primary" busy={write.busy} onTap={save}>
          {dish ? '改好了' : '加上这道菜'}
        </Button>
      }
    >
      <Field
        label="菜名"
        max={20}
        value={value.name}
        onChange={name => set({ name })}
        error={wrongs.name ?? (named ? write.problem : undefined)}
      />
      <Choice label="哪一类" columns={3} options={options(KINDS)} value={value.kind} onChange={kind => set({ kind })} error={wrongs.kind} />
      <Field
        label="一份多少钱"
        hint="元，比如 9 或 9.5"
        kind="number"
        max={7}
        value={value.price}
        onChange={price => set({ price })}
        error={wrongs.price}
      />
      <Field
        label="用的料"
        hint="一样一样写，中间空一格"
        kind="area"
        rows={2}
        need={false}
        max={200}
        value={value.ingredients}
        onChange={ingredients => set({ ingredients })}
      />
      <Field
        label="一份用多少"
        hint="采买单按它算，比如：猪肉 80 克、鸡蛋 1 个"
        kind="area"
        rows={2}
        need={false}
        max={400}
        value={value.needs}
        onChange={needs => set({ needs })}
        error={wrongs.needs}
      />
      <Choices
        label="里面有没有"
        hint="有人一吃就过敏，选上的会提醒"
        columns={3}
        options={COMMON.map(one => ({ value: one, label: one }))}
        values={value.common}
        onChange={common => set({ common })}
      />
      <Field label="别的会过敏的" need={false} max={60} value={value.others} onChange={others => set({ others })} />
      <Choices
        label="做成什么样"
        columns={3}
        options={options(TEXTURES)}
        values={value.textures}
        onChange={textures => set({ textures })}
      />
      <DishPhoto id={value.photo} name={value.name} division={kitchen.community} onChange={photo => set({ photo })} />
      {write.problem && !named ? <Wrong>{write.problem}</Wrong> : null}
      {dish && !dish.ended ? <NoMore dish={dish} /> : null}
    </Page>
  )
}

/** Cooked no longer: it leaves the choice for new menus and stays on those that have it. */
function NoMore({ dish }: { dish: Dish }) {
  const { day } = useMe()
  const write = useWrite('meals.end_dish')
  const end = async () => {
    if (
      !(await ask({ title: `以后不做${dish.name}了？`, words: '已经排进菜单的照做，以后排菜单时不再出现。', yes: '不做了', danger: true }))
    )
      return
    if (!(await write.run({ dish: dish.id, on: day }))) return
    toast(`${dish.name}以后不做了`)
    await back()
  }
  return (
    <>
      {write.problem ? <Wrong>{write.problem}</Wrong> : null}
      <Button kind="danger" busy={write.busy} onTap={end}>
        以后不做这道菜了
      </Button>
    </>
  )
}
