import type { Prep } from '@domain/meals/contract/day'
import { sayCovers } from '@domain/meals/covers'
import { sayMade } from '@domain/meals/prep'
import { Box } from '@/ui'
import { KINDS } from '../words'
import type { Heading } from './sheets'
import { sayWho } from './words'

/** The prep sheet: one A4 for the kitchen's wall. */
export const PrepSheet = ({ prep, when, printed }: { prep: Prep } & Heading) => {
  const cooked = prep.dishes.filter(one => one.quantity > 0)
  return (
    <Box className="p-page">
      <Box className="p-title">
        <Box>备餐单</Box>
        <Box>{sayCovers(prep.covers, prep.ways)}</Box>
      </Box>
      <Box className="p-under">
        <Box>{when}</Box>
        <Box>{printed}</Box>
      </Box>
      <Box className="p-table">
        <Box className="p-body">
          {cooked.map(one => (
            <Box key={one.dish} className="p-row">
              <Box className="p-cell">
                <Box className="p-strong">{`${one.name}${one.special ? `（${one.special}）` : ''}`}</Box>
                {one.made.length ? <Box>{`照常 ${one.plain}，${sayMade(one.made)}`}</Box> : null}
              </Box>
              <Box className="p-cell">{`${KINDS[one.kind]}${one.instead ? `，替别的菜 ${one.instead}` : ''}`}</Box>
              <Box className="p-cell p-number">{`${one.quantity} 份`}</Box>
            </Box>
          ))}
        </Box>
      </Box>
      {prep.swaps.length || prep.kept.length ? <Box className="p-h">不能吃的，换成这个</Box> : null}
      {prep.swaps.map(({ from, to, quantity, who }) => (
        <Box key={from + to}>{`${from} → ${to} ${quantity} 份：${who.map(sayWho).join('、')}`}</Box>
      ))}
      {prep.kept.map(({ name, who }) => (
        <Box key={name}>{`${name}，本人要的，照做：${who.map(sayWho).join('、')}`}</Box>
      ))}
      <Box className="p-h">怎么走</Box>
      <Box>{prep.leaving.map(({ name, covers }) => `${name} ${covers} 份`).join('，')}</Box>
      <Box>{`${prep.leaving[0]?.at ?? ''} 开饭。散客备着：${prep.dishes
        .filter(one => one.reserve > 0)
        .map(one => `${one.name} ${one.reserve}`)
        .join('、')}`}</Box>
      {prep.notes.length ? <Box className="p-h">交代的话</Box> : null}
      {prep.notes.map(({ call, door, words }) => (
        <Box key={call + door + words}>{`${call} ${door}：${words}`}</Box>
      ))}
    </Box>
  )
}
