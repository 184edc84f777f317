import type { SignSheet as Found } from '@domain/shifts/contract/desk'
import { useCall, useMe, useQuery } from '@/platform'
import { Button, Card, canPrint, Empty, Loaded, Page, printPaper, Row, Rows } from '@/ui'
import { SignSheet } from '../../desk/signsheet'
import { whenSaid } from '../../desk/words'
import { toBoard } from '../../ways'

/** The sign-in sheet of a shift for paper: ?shift=. What is seen here is what comes out of the printer. */
export default function Screen() {
  const { shift } = useQuery()
  const found = useCall('shifts.sheet', shift ? { shift } : null, { keep: 'shifts/sheet' })
  const print = canPrint && found.data
  return (
    <Page
      title="签到表"
      wide
      heading={found.data ? `${found.data.title}，${found.data.rows.length} 人` : undefined}
      at={found.at}
      footer={
        print ? (
          <Button big kind="primary" icon="printer" onTap={printPaper}>
            打印签到表
          </Button>
        ) : undefined
      }
    >
      {shift ? (
        <Loaded from={found} shape="rows">
          {one => <Shown sheet={one} />}
        </Loaded>
      ) : (
        <Empty title="先选一个班" words="在一周的班里点开一个班，再打印它的签到表。">
          <Button onTap={() => toBoard()}>看一周的班</Button>
        </Empty>
      )}
    </Page>
  )
}

function Shown({ sheet }: { sheet: Found }) {
  const me = useMe()
  return (
    <>
      {canPrint ? <SignSheet sheet={sheet} /> : <Card title="在电脑上打印" note="手机小程序连不了打印机，在电脑上打开两邻网页再打印。" />}
      <Card title={sheet.place} note={whenSaid(sheet, sheet.day, me.day)} />
      {sheet.rows.length > 0 ? (
        <Rows title="纸上的名字">
          {sheet.rows.map(one => (
            <Row key={`${one.name}${one.role}`} title={one.name} note={one.role} aside={one.phoneMask} />
          ))}
        </Rows>
      ) : (
        <Empty title="还没有人报名" words="纸上全是空行，谁来谁写。" />
      )}
      <Card title={`另有 ${sheet.blanks} 行空着`} note="没报名就来的人写在这里，回头在点名里补上。" />
    </>
  )
}
