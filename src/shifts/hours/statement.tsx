/** Somebody's hours line by line, on paper. */
import type { Statement } from '@domain/shifts/contract'
import { HOUR_WORDS, sayMinutes } from '@domain/shifts/words'
import { Box, Paper } from '@/ui'
import { fullDay, signed } from './words'
import './hours.scss'

const WIDTHS = ['日期', '做了什么', '怎么记的', '时长']

export const StatementPaper = ({ statement: it }: { statement: Statement }) => (
  <Paper size="a4">
    <Box className="p-title">
      <Box>志愿服务明细</Box>
      <Box>{it.name}</Box>
    </Box>
    <Box className="p-under">
      <Box>{[`${fullDay(it.from)} 到 ${fullDay(it.until)}`, it.cityId ? `编号 ${it.cityId}` : ''].filter(Boolean).join('　')}</Box>
      <Box>{it.place}</Box>
    </Box>
    <Box className="p-strong">
      {`一共 ${sayMinutes(it.total)}：自动记录 ${sayMinutes(it.auto)}，补记 ${sayMinutes(it.added)}；公示满 7 天的 ${sayMinutes(it.ready)}。`}
    </Box>
    <Box className="p-table">
      <Box className="p-head">
        <Box className="p-row s-row">
          {WIDTHS.map(title => (
            <Box key={title} className="p-cell">
              {title}
            </Box>
          ))}
        </Box>
      </Box>
      <Box className="p-body">
        {it.rows.map(row => (
          <Box key={row.id} className="p-row s-row">
            <Box className="p-cell s-minus">{row.day}</Box>
            <Box className="p-cell">{row.title}</Box>
            <Box className="p-cell">{[HOUR_WORDS[row.what], row.why].filter(Boolean).join('，')}</Box>
            <Box className="p-cell s-minus">{signed(row.minutes)}</Box>
          </Box>
        ))}
      </Box>
    </Box>
    <Box>{`这是明细，不是证明；要证明请社区开一张有编号的。打印于 ${fullDay(it.printed)}。`}</Box>
  </Paper>
)
