/** Shifts to begin with: what communities like this one do every week. A community saves its own over them. */
import type { TemplateForm } from './contract/plan'

const place = (name: string) => ({ place: { name }, note: '', withdraw: 12 })
/** By kind; `id` begins with 'given'. */
export const STARTERS: readonly { id: string; form: TemplateForm }[] = [
  {
    id: 'given-kitchen',
    form: {
      ...{ kind: 'kitchen', title: '厨房午饭', from: '08:30', to: '12:30', meal: 'lunch', ...place('社区厨房') },
      roles: [
        { id: 'cook', name: '掌勺', need: 1, skill: 'cook', paper: 'health', heavy: true },
        { id: 'cut', name: '切配', need: 2, paper: 'health' },
        { id: 'carry', name: '送饭', need: 2 },
        { id: 'serve', name: '打饭', need: 1, paper: 'health' },
      ],
    },
  },
  {
    id: 'given-patrol',
    form: {
      ...{ kind: 'patrol', title: '平安守望', from: '09:00', to: '11:00', ...place('社区门口集合') },
      roles: [{ id: 'walk', name: '巡逻', need: 2 }],
    },
  },
  {
    id: 'given-visit',
    form: {
      ...{ kind: 'visit', title: '陪着走访', from: '09:30', to: '11:00', ...place('社区服务站') },
      roles: [{ id: 'go', name: '陪访', need: 1 }],
    },
  },
  {
    id: 'given-escort',
    form: {
      ...{ kind: 'escort', title: '陪诊', from: '08:00', to: '12:00', ...place('到老人家里接') },
      roles: [{ id: 'go', name: '陪诊', need: 1, label: '带过' }],
    },
  },
  {
    id: 'given-errand',
    form: {
      ...{ kind: 'errand', title: '代买代办', from: '09:00', to: '10:30', ...place('社区服务站') },
      roles: [{ id: 'go', name: '跑腿', need: 1 }],
    },
  },
  {
    id: 'given-class',
    form: {
      ...{ kind: 'class', title: '教老人用手机', from: '14:00', to: '15:30', ...place('社区活动室') },
      roles: [
        { id: 'teach', name: '老师', need: 1, skill: 'phone' },
        { id: 'help', name: '助教', need: 2 },
      ],
    },
  },
  {
    id: 'given-event',
    form: {
      ...{ kind: 'event', title: '社区活动', from: '09:00', to: '11:30', ...place('社区广场') },
      roles: [
        { id: 'set', name: '布置', need: 4, heavy: true },
        { id: 'greet', name: '接待', need: 2 },
      ],
    },
  },
  {
    id: 'given-repair',
    form: {
      ...{ kind: 'repair', title: '上门维修', from: '09:00', to: '11:00', ...place('社区服务站') },
      roles: [{ id: 'fix', name: '维修', need: 1, skill: 'repair' }],
    },
  },
]
