import type { SheetPaper, StopPaper } from '@domain/meals/contract/day'
import { Box, Words } from '@/ui'
import { dishWords } from './fit'
import { yuan } from './words'

export interface Heading {
  /** "妈妈厨房 11月24日 周二 午饭" */
  when: string
  /** "第 2 次打印，09:41，张玉华" */
  printed: string
}

/** One round a sheet, in walking order, 14 pt and more, a box to tick at every door. */
export const Sheets = ({ sheets, when, printed }: { sheets: readonly SheetPaper[] } & Heading) => (
  <>
    {sheets.map(sheet => (
      <Box key={sheet.id} className="p-page">
        <Box className="p-title">
          <Box>{sheet.name}</Box>
          <Box>{`${sheet.stops.length} 家 ${sheet.covers} 份`}</Box>
        </Box>
        <Box className="p-under">
          <Box>{`${when}${sheet.carrier ? `，${sheet.carrier}送` : ''}`}</Box>
          <Box>{printed}</Box>
        </Box>
        <Box className="p-table">
          <Box className="p-body">
            {sheet.stops.map(stop => (
              <Stop key={stop.order} stop={stop} atDoor={sheet.way === 'delivery'} />
            ))}
          </Box>
        </Box>
      </Box>
    ))}
  </>
)

const Stop = ({ stop, atDoor }: { stop: StopPaper; atDoor: boolean }) => (
  <Box className="p-row">
    <Box className="p-cell p-n">{String(stop.n)}</Box>
    <Box className="p-cell">
      <Box className="p-big">{atDoor ? `${stop.door}　${stop.call}` : `${stop.call}${stop.code ? `　${stop.code}` : ''}`}</Box>
      <Box>{dishWords(stop.dishes)}</Box>
      {stop.care.length || stop.cash ? (
        <Box>
          {stop.care.map(one => (
            <Words key={one} className="p-mark">
              {one}
            </Words>
          ))}
          {stop.cash ? <Words className="p-mark">{`收 ${yuan(stop.cash)}`}</Words> : null}
        </Box>
      ) : null}
      {atDoor ? null : <Box>{stop.door}</Box>}
      {stop.doorNote ? <Box>{`到门口：${stop.doorNote}`}</Box> : null}
      {stop.alert ? <Box className="p-strong">{`留意：${stop.alert}`}</Box> : null}
      {stop.note ? <Box>{`本人说：${stop.note}`}</Box> : null}
    </Box>
    <Box className="p-cell p-tickcell">
      <Box className="p-tick" />
    </Box>
  </Box>
)
