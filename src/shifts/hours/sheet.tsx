/** 志愿服务记录证明 as it looks, on the screen and on paper. Everything on it is in the text its hash is over. */
import type { Certificate } from '@domain/shifts/contract'
import { sayMinutes } from '@domain/shifts/words'
import { Fragment } from 'react'
import { Box, Code, Words } from '@/ui'
import { verifyAddress } from '../ways'
import { fullDay, sayCode } from './words'
import './hours.scss'

/** `paper`: with the whole hash, which only whoever holds the paper against the text of docs/hours.md needs. */
export const Sheet = ({ certificate: { content, code, hash }, paper }: { certificate: Certificate; paper?: boolean }) => (
  <Box className="c-sheet">
    <Box className="c-number">{content.number}</Box>
    <Box className="c-title">志愿服务记录证明</Box>
    <Box className="c-rule" />
    <Body content={content} />
    <Lines lines={content.lines} />
    <Box>以上时长都公示满 7 天，没有异议。</Box>
    <Box className="c-foot">
      <Check id={content.id} code={code} />
      <Box className="c-sign">
        <Box className="c-seal">盖章处</Box>
        <Box>{`出具单位：${content.issuer}`}</Box>
        <Box>{`负责人：${content.manager}`}</Box>
        <Box>{`日期：${fullDay(content.issued)}`}</Box>
      </Box>
    </Box>
    <Box className="c-small">
      <Box>依照《志愿服务记录与证明出具办法（试行）》（民政部令第 67 号）出具，不收费。</Box>
      {paper ? <Box className="c-hash">{`全文校验 SHA-256 ${hash}`}</Box> : null}
    </Box>
  </Box>
)

const Body = ({ content: { name, cityId, from, until, times, total, auto, added } }: Pick<Certificate, 'content'>) => (
  <Box className="c-body">
    <Words>兹证明 </Words>
    <Words className="c-strong">{name}</Words>
    <Words>{cityId ? `（志愿者编号 ${cityId}）` : ''}</Words>
    <Words>{` 自 ${fullDay(from)} 至 ${fullDay(until)}，在本单位参加志愿服务 `}</Words>
    <Words className="c-strong">{`${times} 次`}</Words>
    <Words>，服务时长共计 </Words>
    <Words className="c-strong">{sayMinutes(total)}</Words>
    <Words>{heapsOf(auto, added)}</Words>
  </Box>
)

/** How the hours came to be: the two heaps are never mixed. */
function heapsOf(auto: number, added: number): string {
  if (added === 0) return '，全部由签到签退自动记录。'
  if (auto === 0) return '，均为补记并经核实。'
  return `，其中签到签退自动记录 ${sayMinutes(auto)}，补记并经核实 ${sayMinutes(added)}。`
}

const Lines = ({ lines }: Pick<Certificate['content'], 'lines'>) => (
  <Box className="c-lines">
    <Box className="c-cell c-cell-head">服务项目</Box>
    <Box className="c-cell c-cell-head c-cell-right">次数</Box>
    <Box className="c-cell c-cell-head c-cell-right">时长</Box>
    {lines.map(({ title, times, minutes }) => (
      <Fragment key={title}>
        <Box className="c-cell">{title}</Box>
        <Box className="c-cell c-cell-right">{times}</Box>
        <Box className="c-cell c-cell-right">{sayMinutes(minutes)}</Box>
      </Fragment>
    ))}
  </Box>
)

function Check({ id, code }: { id: string; code: string }) {
  const link = verifyAddress(id, code)
  return (
    <Box className="c-check">
      {link ? (
        <Box className="c-qr">
          <Code text={link} label="核验这张证明的二维码" />
        </Box>
      ) : null}
      <Box>
        <Box>{link ? '扫码就能核验真伪' : '在“核验证明”里核验真伪'}</Box>
        <Box>
          <Words>校验码 </Words>
          <Words className="c-code">{sayCode(code)}</Words>
        </Box>
      </Box>
    </Box>
  )
}
