import type { OutputOf } from '@domain'
import type { PrintWhat } from '@domain/meals/contract/day'
import { useEffect, useState } from 'react'
import { useCall, useWrite } from '@/platform'
import { Box, Button, Card, canPrint, Empty, Page, Paper, printPaper, sayNear, Tag, Wrong } from '@/ui'
import { AtKitchen } from '../../day/atkitchen'
import { DayTabs } from '../../day/daytabs'
import { Labels } from '../../day/labels'
import { PrepSheet } from '../../day/prepsheet'
import { Sheets } from '../../day/sheets'
import { type Chosen, useMeal } from '../../day/use'
import { toSettle } from '../../day/ways'
import { sayPrinted, sayShort, sayWhen } from '../../day/words'
import { MEALS } from '../../words'
import '../../day/day.scss'

type Papers = OutputOf<'meals.papers'>
type Printing = { what: PrintWhat; fresh: boolean; printed: string }

/** What is printed for a meal. The paper itself lies beside the app and only a printer sees it. ?kitchen, day, meal. */
export default function Print() {
  const chosen = useMeal()
  const papers = useCall('meals.papers', chosen.slot)
  const blocked = papers.code === 'meals.not_ready'
  return (
    <Page title="打印" heading={`${sayNear(chosen.day, chosen.today)}${MEALS[chosen.meal]}的单子`} wide at={papers.at}>
      <DayTabs chosen={chosen} />
      {canPrint ? null : (
        <Card
          title="在电脑上打印"
          note="手机小程序连不了打印机。在厨房的电脑上打开两邻网页，登录后点首页的“打印”，这里列的就是会打出来的。"
        />
      )}
      {blocked && chosen.slot ? (
        <Empty title="先不能打印" words={papers.problem ?? ''}>
          <Button kind="primary" onTap={() => chosen.slot && toSettle(chosen.slot)}>
            一份一份弄好
          </Button>
        </Empty>
      ) : (
        <AtKitchen
          at={chosen.at}
          from={papers}
          shape="cards"
          isEmpty={one => one.labels.length === 0}
          empty={<Empty title="还没有人订" words="有人订了，才有单子可打。" />}
        >
          {all => <Choices papers={all} chosen={chosen} onDone={papers.retry} />}
        </AtKitchen>
      )}
    </Page>
  )
}

function Choices({ papers, chosen, onDone }: { papers: Papers; chosen: Chosen; onDone: () => void }) {
  const write = useWrite('meals.print')
  const [printing, setPrinting] = useState<Printing>()
  const { prep, labels, sheets, mark } = papers
  const fresh = labels.filter(one => one.fresh).length
  const last = (what: PrintWhat) => prep.printed.find(one => one.what === what)
  const start = async (what: PrintWhat, onlyFresh = false) => {
    if (!chosen.slot) return
    const done = await write.run({ ...chosen.slot, what, mark })
    if (done) setPrinting({ what, fresh: onlyFresh, printed: sayPrinted(done) })
    else onDone()
  }
  useEffect(() => {
    if (!printing) return
    void printPaper().then(() => onDone())
  }, [printing, onDone])
  const some = fresh > 0 && fresh < labels.length && last('labels')
  return (
    <>
      {write.problem ? <Wrong>{write.problem}</Wrong> : null}
      <Box className="d-papers">
        <One
          title="备餐单"
          note="A4，一餐一张，贴在厨房"
          said={last('prep')}
          added={prep.since?.words}
          busy={write.busy}
          onTap={() => start('prep')}
        />
        <One
          title="餐盒标签"
          note={`${labels.length} 张，60×40 毫米，按送的先后`}
          said={last('labels')}
          added={some ? `有 ${fresh} 张新的` : undefined}
          busy={write.busy}
          onTap={() => start('labels')}
        >
          {some && canPrint ? <Button onTap={() => start('labels', true)}>{`只打新的 ${fresh} 张`}</Button> : null}
        </One>
        <One
          title="送餐单"
          note={`A4，${sheets.length} 张：${sheets.map(one => `${one.name} ${one.covers} 份`).join('，')}`}
          said={last('sheets')}
          busy={write.busy}
          onTap={() => start('sheets')}
        />
      </Box>
      {printing ? <OnPaper papers={papers} printing={printing} /> : null}
    </>
  )
}

interface OneProps {
  title: string
  note: string
  said?: Parameters<typeof sayPrinted>[0]
  added?: string
  busy: boolean
  onTap: () => unknown
  children?: React.ReactNode
}
const One = ({ title, note, said, added, busy, onTap, children }: OneProps) => (
  <Card
    title={title}
    note={note}
    edge={added ? 'warn' : undefined}
    aside={said ? <Tag tone={added ? 'warn' : 'ok'}>{added ? added : '打过了'}</Tag> : <Tag>没打</Tag>}
  >
    {said ? <Box className="k-note">{sayPrinted(said)}</Box> : null}
    {canPrint ? (
      <Button kind={said && !added ? 'plain' : 'soft'} icon="printer" busy={busy} label={`打印${title}`} onTap={onTap}>
        {said ? '再打一次' : '打印'}
      </Button>
    ) : null}
    {children}
  </Card>
)

function OnPaper({ papers: { prep, labels, sheets }, printing: { what, fresh, printed } }: { papers: Papers; printing: Printing }) {
  const when = sayWhen(prep)
  if (what === 'labels')
    return (
      <Paper size="label">
        <Labels labels={fresh ? labels.filter(one => one.fresh) : labels} when={sayShort(prep.day, prep.meal)} />
      </Paper>
    )
  return (
    <Paper size="a4">
      {what === 'prep' ? <PrepSheet prep={prep} when={when} printed={printed} /> : <Sheets sheets={sheets} when={when} printed={printed} />}
    </Paper>
  )
}
