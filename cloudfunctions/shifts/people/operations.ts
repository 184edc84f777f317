/** People and teams. */
import type { people as declared } from '@domain/shifts/contract/people'
import type { Operations } from '../../_kit/serve'
import { approve, decline } from './approve'
import { confirmPaper, papers, refusePaper, takePaper } from './check'
import { addVolunteer, editVolunteer, endVolunteer, pauseVolunteer, returnVolunteer } from './desk'
import { easeLimits, setLabels } from './labels'
import { volunteer, volunteers, volunteersCount } from './lists'
import { dialVolunteer, emergency } from './looks'
import { joinTeam, leaveTeam, setMember } from './members'
import { changeProfile, myProfile } from './own'
import { addPaper, removePaper } from './papers'
import { comeBack, leave, pause } from './pause'
import { register } from './register'
import { team, teamCalendar, teams } from './roster'
import { addTeam, editTeam, endTeam, setLeads } from './teams'

export const operations: Pick<Operations<'shifts'>, keyof typeof declared> = {
  ...{ register, leave, pause, come_back: comeBack },
  ...{ my_profile: myProfile, change_profile: changeProfile, add_paper: addPaper, remove_paper: removePaper },
  ...{ volunteers, volunteers_count: volunteersCount, volunteer, approve, decline },
  ...{ add_volunteer: addVolunteer, edit_volunteer: editVolunteer, end_volunteer: endVolunteer },
  ...{ pause_volunteer: pauseVolunteer, return_volunteer: returnVolunteer },
  ...{ set_labels: setLabels, ease_limits: easeLimits, dial_volunteer: dialVolunteer, emergency },
  ...{ papers, take_paper: takePaper, confirm_paper: confirmPaper, refuse_paper: refusePaper },
  ...{ teams, team, team_calendar: teamCalendar, add_team: addTeam, edit_team: editTeam, end_team: endTeam, set_leads: setLeads },
  ...{ join_team: joinTeam, leave_team: leaveTeam, set_member: setMember },
}
