import { clockOf } from '@domain/shifts/clash'
import { useNetwork, useQuery } from '@/platform'
import { Box, Button, Callout, Code, Empty, Page, Skeleton, Words } from '@/ui'
import { type Codes, type Coding, useCode } from '../../day/coding'
import { TodayList } from '../../day/todaylist'
import { toCode, toRoll } from '../../ways'
import '../../day/day.scss'

/** The check-in code of a shift, held up at the place: it changes every half minute. ?shift= which; absent: today's shifts. */
export default function CodePage() {
  const { shift } = useQuery()
  return shift ? <OfShift shift={shift} /> : <TodayList title="签到码" onOpen={toCode} />
}

function OfShift({ shift }: { shift: string }) {
  const coding = useCode(shift)
  const { codes, problem, retry } = coding
  return (
    <Page
      title="签到码"
      heading={codes ? codes.title : '签到码'}
      aside={codes ? `${clockOf(codes.from)} 到 ${clockOf(codes.to)}，${codes.place}` : undefined}
      footer={
        codes ? (
          <Button big onTap={() => toRoll(shift)}>
            看谁到了
          </Button>
        ) : undefined
      }
    >
      {codes ? <Shown codes={codes} coding={coding} /> : null}
      {!codes && !problem ? <Skeleton /> : null}
      {!codes && problem ? (
        <Empty title={problem} drawing="broken">
          <Button icon="refresh" onTap={retry}>
            再试一次
          </Button>
        </Empty>
      ) : null}
    </Page>
  )
}

function Shown({ codes, coding }: { codes: Codes; coding: Coding }) {
  const online = useNetwork(network => network.online)
  const { now, left, minutes } = coding
  if (!now) return <Empty title="码用完了" words="太久没有信号了。请点名记谁到了，有信号了码会自己回来。" drawing="signal" />
  const seconds = Math.max(0, Math.ceil((left * codes.step) / 1000))
  return (
    <Box className="sd-code">
      <Code text={now.text} label="签到二维码" />
      <Box className="sd-digits" aria={{ role: 'img', label: `签到码 ${[...now.digits].join(' ')}` }}>
        {`${now.digits.slice(0, 3)} ${now.digits.slice(3)}`}
      </Box>
      <Box className="sd-left" aria={{ hidden: true }}>
        <Box className="sd-left-bar" style={{ width: `${Math.round(left * 100)}%` }} />
      </Box>
      <Words className="k-soft">{`${seconds} 秒后换新的`}</Words>
      <Words className="k-soft">扫一扫，或者输这 6 位数</Words>
      {online ? null : <Callout tone="warn" icon="offline">{`没有信号也能用，还够 ${minutes} 分钟`}</Callout>}
    </Box>
  )
}
