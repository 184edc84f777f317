import type { Checked } from '@domain/shifts/contract'
import { sayMinutes } from '@domain/shifts/words'
import { useCallback, useEffect, useState } from 'react'
import { call, sentence, useQuery } from '@/platform'
import { Box, Button, Callout, Card, Field, Page, Row, Rows, Wrong } from '@/ui'
import { fullDay } from '../../hours/words'
import '../../hours/hours.scss'

/** Whether a certificate holds: for anybody, without signing in. ?number=&code= as the QR code on the paper has them. */
export default function Screen() {
  const asked = useQuery()
  const [number, setNumber] = useState(asked.number ?? '')
  const [code, setCode] = useState(asked.code ?? '')
  const [checked, setChecked] = useState<Checked>()
  const [problem, setProblem] = useState('')
  const verify = useCallback(async (about: { number: string; code: string }) => {
    setProblem('')
    try {
      setChecked(await call('shifts.verify_certificate', about))
    } catch (failed) {
      setProblem(sentence(failed))
    }
  }, [])
  const linked = asked.number && asked.code ? `${asked.number} ${asked.code}` : ''
  useEffect(() => {
    const [id, secret] = linked.split(' ')
    if (id && secret) void verify({ number: id, code: secret })
  }, [linked, verify])
  const again = () => {
    setChecked(undefined)
    setProblem('')
  }
  return (
    <Page
      title="核验志愿服务证明"
      heading={checked ? undefined : '看看手里的证明是不是真的'}
      open
      footer={
        checked ? (
          <Button big onTap={again}>
            再核验一张
          </Button>
        ) : (
          <Button
            big
            kind="primary"
            disabled={!number.trim() || !code.trim()}
            onTap={() => verify({ number: number.trim(), code: code.trim() })}
          >
            核验
          </Button>
        )
      }
    >
      {problem ? <Wrong>{problem}</Wrong> : null}
      {checked ? (
        <Answer checked={checked} />
      ) : (
        <Box className="k-stack">
          <Field label="编号" hint="证明右上角，比如 沈和新志〔2026〕第 0001 号" value={number} onChange={setNumber} max={60} />
          <Field label="校验码" kind="number" hint="二维码旁边的 12 个数字" value={code} onChange={setCode} max={40} />
        </Box>
      )}
    </Page>
  )
}

const Verdict = ({ tone, words }: { tone: 'ok' | 'bad'; words: string }) => (
  <Callout tone={tone} icon={tone === 'ok' ? 'done' : 'warn'} alert>
    <Box className="k-h2">{words}</Box>
  </Callout>
)
/** A fact with what it is below it: both are read against the paper. */
const Fact = ({ what, words }: { what: string; words: string }) => <Row title={words} note={what} />

function Answer({ checked }: { checked: Checked }) {
  if (checked.state === 'wrong')
    return (
      <Box className="k-stack">
        <Verdict tone="bad" words="没有查到这张证明" />
        <Card note="编号或校验码有一个对不上。请照着纸上再输一遍；还是不对，就请出具的社区看一看。" />
      </Box>
    )
  if (checked.state === 'revoked')
    return (
      <Box className="k-stack">
        <Verdict tone="bad" words={`这张证明已经作废，${fullDay(checked.on)}起不再有效`} />
        <Rows>
          <Fact what="编号" words={checked.number} />
          <Fact what="出具单位" words={checked.issuer} />
          <Fact what="出具日期" words={fullDay(checked.issued)} />
        </Rows>
      </Box>
    )
  return (
    <Box className="k-stack">
      <Verdict tone="ok" words="这张证明是真的，现在有效" />
      <Rows>
        <Fact what="编号" words={checked.number} />
        <Fact what="姓名" words={checked.who} />
        <Fact what="服务时长" words={sayMinutes(checked.minutes)} />
        <Fact what="服务时间" words={`${fullDay(checked.from)} 至 ${fullDay(checked.until)}`} />
        <Fact what="出具单位" words={checked.issuer} />
        <Fact what="负责人" words={checked.manager} />
        <Fact what="出具日期" words={fullDay(checked.issued)} />
      </Rows>
      <Box className="k-note">请和纸上的对一对，有一处不一样就不是真的。</Box>
    </Box>
  )
}
