/** What a community sets for its checks: time limits, and who near agreed to look. */
import { FAST, NORMAL, RUNGS } from '@domain/meals/ladder'
import { maskPhone } from '@domain/people/phones'
import { notThere, refuse } from '../../_kit/refuse'
import type { Operations } from '../../_kit/serve'
import type { LadderDoc, NeighbourDoc } from './docs'

const MEANWHILE = () => refuse('meals.changed_meanwhile', '刚被别人改过，请看一眼新的再改', 'version')
const phonePlace = (id: string) => ({ collection: 'neighbours', id, field: 'phone' })

type Settings = 'ladder' | 'set_ladder' | 'neighbours' | 'save_neighbour' | 'end_neighbour'
export const settings: Pick<Operations<'meals'>, Settings> = {
  async ladder(context, { community }) {
    const known = await context.system.get<LadderDoc>('ladders', community)
    return { normal: known?.normal ?? NORMAL, fast: known?.fast ?? FAST, version: known?.version ?? 0 }
  },

  async set_ladder(context, { community, version, form }) {
    if (RUNGS.some(rung => form.fast[rung] > form.normal[rung])) throw refuse('meals.ladder_wrong', '独居高龄的时限不能比一般的长', 'form')
    return context.write({ target: community, division: community }, async tx => {
      const known = await tx.get<LadderDoc>('ladders', community)
      if ((known?.version ?? 0) !== version) throw MEANWHILE()
      await tx.put<LadderDoc>('ladders', { _id: community, community, ...form, version: version + 1 })
      return { id: community }
    })
  },

  async neighbours(context, { community }) {
    const page = await context.store.find<NeighbourDoc>('neighbours', { where: { community }, order: ['building'], limit: 1000 })
    return page.items.map(({ _id: id, building, kind, name, about, phoneMask, version }) => ({
      ...{ id, building, kind, name, phone: phoneMask, version },
      ...(about ? { about } : {}),
    }))
  },

  async save_neighbour(context, { community, neighbour, version, form, phone }) {
    const id = neighbour ?? `n${context.id()}`
    return context.write({ target: id, division: community }, async tx => {
      const known = neighbour ? await tx.get<NeighbourDoc>('neighbours', neighbour) : null
      if (neighbour && known?.community !== community) throw notThere('meals', '这位邻居')
      if (known && known.version !== version) throw MEANWHILE()
      if (!known && !phone) throw refuse('meals.no_phone', '请填电话，要找人的时候才打得通', 'phone')
      const numbers = phone ? { phone: context.secrets.seal(phone, phonePlace(id)), phoneMask: maskPhone(phone) } : {}
      const { about, ...rest } = form
      await tx.put<NeighbourDoc>('neighbours', {
        ...{ phone: known?.phone ?? '', phoneMask: known?.phoneMask ?? '', ...numbers },
        ...{ _id: id, community, ...rest, ...(about?.trim() ? { about } : {}), version: (known?.version ?? 0) + 1 },
      })
      return { id }
    })
  },

  async end_neighbour(context, { neighbour }) {
    const about = { target: neighbour, division: context.divisions[0] }
    return context.write(about, async tx => {
      const known = await tx.get<NeighbourDoc>('neighbours', neighbour)
      if (!known) throw notThere('meals', '这位邻居')
      about.division = known.community
      await tx.remove('neighbours', neighbour)
      return { id: neighbour }
    })
  },
}
