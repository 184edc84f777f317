/** People and teams. */
import type { people as declared } from '@domain/shifts/contract/people'
import type { Operations } from '../../_kit/serve'
import { approve, decline } from './approve'
import { changeProfile, myProfile } from './own'
import { addPaper, removePaper } from './papers'
import { comeBack, leave, pause } from './pause'
import { register } from './register'

export const operations: Pick<Operations<'shifts'>, keyof typeof declared> = {
  ...{ register, leave, pause, come_back: comeBack },
  ...{ my_profile: myProfile, change_profile: changeProfile, add_paper: addPaper, remove_paper: removePaper },
  ...{ approve, decline },
}
