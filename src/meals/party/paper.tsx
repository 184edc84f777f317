import { cakesSaid } from '@domain/meals/cakes'
import type { Guest, Party } from '@domain/meals/contract/table'
import { Box, Paper, sayDay } from '@/ui'
import { answerSaid, inOrder } from './words'

/** The list that hangs in the kitchen: who is fetched from which door, who comes, and a box to tick. */
export const GuestList = ({ party, guests }: { party: Party; guests: Guest[] }) => (
  <Paper size="a4">
    <Box className="p-page">
      <Box className="p-title">
        <Box>生日会名单</Box>
        <Box>{`${guests.length} 位`}</Box>
      </Box>
      <Box className="p-under">
        <Box>{`${sayDay(party.day)} ${party.from}，${party.place}`}</Box>
        <Box>{`连帮忙的 ${party.heads} 个人，蛋糕 ${cakesSaid(party.cakes)}`}</Box>
      </Box>
      <Box className="p-table">
        <Box className="p-body">
          {inOrder(guests).map((one, n) => (
            <Box key={one.eater} className="p-row">
              <Box className="p-cell p-n">{String(n + 1)}</Box>
              <Box className="p-cell">
                <Box className="p-big">{`□　${one.call}　${one.door}`}</Box>
                <Box>{[answerSaid(one), one.birthday ? `生日 ${sayDay(one.birthday)}` : ''].filter(Boolean).join('　')}</Box>
              </Box>
            </Box>
          ))}
        </Box>
      </Box>
    </Box>
  </Paper>
)
