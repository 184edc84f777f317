import type { SignSheet as Sheet } from '@domain/shifts/contract/desk'
import { Box, Paper, sayDay } from '@/ui'
import { hoursSaid } from './words'
import './desk.scss'

/** The paper that lies at the door: names to sign beside, and empty lines for whoever comes without having signed up. */
export const SignSheet = ({ sheet }: { sheet: Sheet }) => (
  <Paper size="a4">
    <Box className="p-page">
      <Box className="p-title">
        <Box>{`${sheet.title}　签到表`}</Box>
        <Box>{`${sheet.rows.length} 人`}</Box>
      </Box>
      <Box className="p-under">
        <Box>{`${sayDay(sheet.day)} ${hoursSaid(sheet)}`}</Box>
        <Box>{`${sheet.community}　${sheet.place}`}</Box>
      </Box>
      {sheet.note ? <Box>{`留意：${sheet.note}`}</Box> : null}
      <Box className="p-table sd-lines">
        <Box className="p-head">
          <Box className="p-row">
            <Box className="p-cell">姓名</Box>
            <Box className="p-cell">岗位</Box>
            <Box className="p-cell">手机</Box>
            <Box className="p-cell sd-time">来的时间</Box>
            <Box className="p-cell sd-time">走的时间</Box>
            <Box className="p-cell sd-sign">签名</Box>
          </Box>
        </Box>
        <Box className="p-body">
          {sheet.rows.map(one => (
            <Line key={`${one.name}${one.role}`} name={one.name} role={one.role} phone={one.phoneMask.slice(-4)} />
          ))}
          {Array.from({ length: sheet.blanks }, (_, n) => `blank${n}`).map(key => (
            <Line key={key} name="" role="" phone="" />
          ))}
        </Box>
      </Box>
    </Box>
  </Paper>
)

const Line = ({ name, role, phone }: { name: string; role: string; phone: string }) => (
  <Box className="p-row">
    <Box className="p-cell p-strong">{name}</Box>
    <Box className="p-cell">{role}</Box>
    <Box className="p-cell">{phone ? `尾号 ${phone}` : ''}</Box>
    <Box className="p-cell" />
    <Box className="p-cell" />
    <Box className="p-cell" />
  </Box>
)
