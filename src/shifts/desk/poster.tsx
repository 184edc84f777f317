import type { OutputOf } from '@domain'
import { starWords } from '@domain/shifts/stars'
import { sayMinutes } from '@domain/shifts/words'
import { Box, Paper, sayMonth } from '@/ui'
import './desk.scss'

export type ThankList = OutputOf<'shifts.thank_list'>
/** More names than this do not fit a page that is read from two steps away. */
const MOST = 22

/** The thank-you of a month, to hang on the wall. */
export const Poster = ({ list }: { list: ThankList }) => {
  const rest = list.people.length - MOST + list.unnamed
  return (
    <Paper size="a4">
      <Box className="p-page sd-poster">
        <Box className="sd-poster-title">谢谢您</Box>
        <Box className="sd-poster-words">
          {`${sayMonth(list.month)}，${list.people.length + list.unnamed} 位邻居一共帮了 ${Math.round(list.minutes / 60)} 个小时的忙。`}
        </Box>
        <Box className="sd-names">
          {list.people.slice(0, MOST).map(one => (
            <Box key={one.account} className="sd-name">
              <Box className="sd-name-big">{one.name}</Box>
              <Box>{one.reached[0] ?? (starWords(one.stars) || sayMinutes(one.minutes))}</Box>
            </Box>
          ))}
        </Box>
        {rest > 0 ? <Box className="sd-poster-foot">{`还有 ${rest} 位，一样谢谢。`}</Box> : null}
        <Box className="sd-poster-foot">{list.name}</Box>
      </Box>
    </Paper>
  )
}
