import type { plan as declared } from '@domain/shifts/contract/plan'
import type { Operations } from '../../_kit/serve'
import { addShift } from './add'
import { cancelShift } from './cancel'
import { changeShift, previewChange } from './change'
import { workersOf } from './form'
import { setNeed } from './need'
import { previewSeries } from './preview'
import { listShifts, readShift } from './read'
import { addRoster, endRoster, listRosters, myRosters, pauseRoster } from './rosters'
import { addSeries, changeSeries, endSeries, listSeries } from './series'
import { dropTemplate, listTemplates, saveTemplate } from './templates'

export const operations: Pick<Operations<'shifts'>, keyof typeof declared> = {
  add_shift: addShift,
  shift: readShift,
  list: listShifts,
  change_shift: changeShift,
  preview_change: previewChange,
  cancel_shift: cancelShift,
  set_need: setNeed,
  grid_workers: ({ system, today }, { community }) => workersOf(system, community, today),
  templates: listTemplates,
  save_template: saveTemplate,
  drop_template: dropTemplate,
  series: listSeries,
  add_series: addSeries,
  change_series: changeSeries,
  preview_series: previewSeries,
  end_series: endSeries,
  rosters: listRosters,
  my_rosters: myRosters,
  add_roster: addRoster,
  pause_roster: pauseRoster,
  end_roster: endRoster,
}
