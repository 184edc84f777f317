import { OpenChecks } from '@/meals/checks/band'
import { toChecks } from '@/meals/checks/ways'
import { toRules, toStatements } from '@/meals/money/ways'
import { DONATIONS, NOTES, PARTY, toNumbers } from '@/meals/numbers/ways'
import { toPick } from '@/meals/ways'
import { go, useCall, useMe } from '@/platform'
import { RiskBand } from '@/shifts/desk/band'
import { toBoard, toLedger, toPapers, toThanks, toNumbers as toVolunteerNumbers, toVolunteers } from '@/shifts/ways'
import { Box, Button, Entries, Entry, Loaded, Page, Row, Rows, sayDay, useElder } from '@/ui'
import { DayFigures, GridBars } from '../parts/coverage'
import { OpenMatters } from '../parts/matters'

const IMPORT = '/people/pages/import/index'
const GRIDS = '/people/pages/grids/index'
const MEMBERS = '/account/pages/members/index'

/** The community's desk: figures first, then the grids beside what has to be decided. */
export function OfficeHome({ community, place }: { community: string; place: string }) {
  const me = useMe()
  const elder = useElder()
  const coverage = useCall('visits.coverage', { community }, { keep: `home-${community}` })
  const day = coverage.data?.day ?? me.day
  const actions = elder ? undefined : (
    <>
      <Button icon="grid" onTap={() => go(GRIDS, { community })}>
        网格
      </Button>
      <Button kind="soft" icon="sheet" onTap={() => go(IMPORT, { community })}>
        导入台账
      </Button>
    </>
  )
  return (
    <Page title={place} heading="今天" aside={day ? sayDay(day) : undefined} tab="home" modes wide at={coverage.at} actions={actions}>
      <OpenChecks division={community} />
      <RiskBand community={community} />
      <Loaded from={coverage} shape="figures">
        {data => (
          <Box className="k-stack">
            <DayFigures community={community} coverage={data} />
            <Box className="k-split">
              <GridBars coverage={data} />
              {elder ? null : <OpenMatters community={community} />}
            </Box>
          </Box>
        )}
      </Loaded>
      {elder ? <ElderWays community={community} /> : <Ways unread={me.unread} />}
    </Page>
  )
}

const Ways = ({ unread }: { unread: number }) => (
  <Rows>
    <Row icon="heart" title="没取餐的人" note="谁没取餐、谁在找、怎么找到的" onTap={() => toChecks()} />
    <Row icon="soup" title="厨房的数" note="多少人吃上饭、谁出的钱、满不满意" onTap={() => toNumbers()} />
    <Row icon="people" title="替人订饭" note="没有手机的人打电话来、到窗口来" onTap={() => toPick()} />
    <Row icon="sheet" title="餐费账" note="谁出了多少，向政府申报" onTap={() => toStatements()} />
    <Row icon="tag" title="价格规则" note="多大年纪付多少，有没有漏掉的" onTap={() => toRules()} />
    <Row icon="home" title="厨房和取餐点" note="几点开饭、哪天不开、谁归谁管" onTap={() => go('/meals/pages/kitchens/index')} />
    <Row icon="calendar" title="一周的班" note="志愿者谁在哪儿，红字的还缺人" onTap={() => toBoard()} />
    <Row icon="people" title="志愿者" note="登记、点头、歇着的、太久没来的" onTap={() => toVolunteers()} />
    <Row icon="shield" title="志愿者的证件" note="健康证哪天到期，等着核对的" onTap={() => toPapers()} />
    <Row icon="clock" title="志愿时长" note="补记、更正、开证明" onTap={() => toLedger()} />
    <Row icon="list" title="志愿服务的数" note="多少小时、多少人、空着的、没来的" onTap={() => toVolunteerNumbers()} />
    <Row icon="heart" title="谢谢大家" note="这个月谁来帮过忙，打印感谢榜" onTap={() => toThanks()} />
    <Row icon="calendar" title="生日会" note="这个月谁过生日，请人、点名" onTap={() => go(PARTY)} />
    <Row icon="edit" title="用餐备注" note="谁要注意什么" onTap={() => go(NOTES)} />
    <Row icon="plus" title="捐给厨房" note="谁送了什么，感谢榜" onTap={() => go(DONATIONS)} />
    <Row icon="card" title="人员和代班" note="谁管哪个网格，从哪天到哪天" onTap={() => go(MEMBERS)} />
    <Row icon="bell" title="通知" aside={unread ? `${unread} 条没看` : undefined} onTap={() => go('/pages/inbox/index')} />
  </Rows>
)
const ElderWays = ({ community }: { community: string }) => (
  <Entries>
    <Entry main icon="tasks" title="要拿主意的" onTap={() => go('/visits/pages/matters/index', { division: community })} />
    <Entry icon="heart" title="没取餐的人" onTap={() => toChecks(community)} />
    <Entry icon="sheet" title="导入台账" onTap={() => go(IMPORT, { community })} />
    <Entry icon="calendar" title="一周的班" onTap={() => toBoard()} />
    <Entry icon="card" title="人员和代班" onTap={() => go(MEMBERS)} />
    <Entry icon="bell" title="通知" onTap={() => go('/pages/inbox/index')} />
  </Entries>
)
