/** The small words every part of the volunteers' service shares. Moments are ms since 1970, lengths whole minutes, days Shanghai's. */
import * as v from 'valibot'
import { Day, FileId, Id, Moment, someWords, words } from '../../schema'

/** kitchen 厨房, visit 陪着走访, escort 陪诊, errand 跑腿, patrol 平安守望, class 上课, event 活动, repair 维修, other 别的. */
export const KINDS = ['kitchen', 'visit', 'escort', 'errand', 'patrol', 'class', 'event', 'repair', 'other'] as const
export const Kind = v.picklist(KINDS)
export type Kind = v.InferOutput<typeof Kind>

/** What somebody can do, as they say themselves; a shift's role may ask for one. Words in ../words.ts. */
export const SKILLS = [
  ...(['cook', 'cut', 'carry', 'bike', 'drive', 'shop', 'care', 'haircut', 'repair', 'teach', 'phone', 'write', 'photo'] as const),
  ...(['sing', 'mediate', 'patrol', 'sign'] as const),
] as const
export const Skill = v.picklist(SKILLS)
export type Skill = v.InferOutput<typeof Skill>

/** health 健康证, hygiene 食品安全培训证, driving 驾驶证, electrician 电工证, nursing 护理证, first_aid 急救证, guardian 监护人同意书, other 其他证件. */
export const PAPERS = ['health', 'hygiene', 'driving', 'electrician', 'nursing', 'first_aid', 'guardian', 'other'] as const
export const PaperKind = v.picklist(PAPERS)
export type PaperKind = v.InferOutput<typeof PaperKind>

/** A time of day in Shanghai. */
export const Clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间写成 09:30 这样'))
export const Minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000))
/** How many people a role needs. */
export const Need = v.pipe(v.number(), v.integer('人数要是整数'), v.minValue(1, '至少要 1 个人'), v.maxValue(200, '最多 200 个人'))
export const RoleId = v.pipe(v.string(), v.regex(/^[a-z0-9_-]{1,16}$/, '岗位编号不对'))

/** One role of a shift, with what it asks of whoever takes it. All of what is named must hold on the shift's day. */
export const RoleForm = v.strictObject({
  id: RoleId,
  name: someWords(12),
  need: Need,
  skill: v.optional(Skill),
  paper: v.optional(PaperKind),
  /** Given by a lead after an introduction or a training: '带过', '急救培训'. */
  label: v.optional(someWords(12)),
  /** Carrying, standing long, climbing: not for everybody (../load.ts). */
  heavy: v.optional(v.boolean()),
  /** A kitchen's delivery route: whoever has this role carries that route's round. */
  route: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,24}$/))),
})
export type RoleForm = v.InferOutput<typeof RoleForm>
export const Roles = v.pipe(v.array(RoleForm), v.minLength(1, '至少要有一个岗位'), v.maxLength(12, '岗位太多了'))

/** Where it is: '妈妈厨房，5 号楼一层'. The position is a hint for check-in, never a barrier. */
export const Place = v.strictObject({
  name: someWords(60),
  spot: v.optional(v.strictObject({ lng: v.number(), lat: v.number(), datum: v.picklist(['wgs84', 'gcj02']) })),
})
export type Place = v.InferOutput<typeof Place>

/** What a shift is about; a template, a series and one shift share it. */
export const About = {
  kind: Kind,
  title: someWords(24),
  place: Place,
  roles: Roles,
  /** Only for this team's members. */
  team: v.optional(Id),
  note: words(300),
  /** The kitchen whose meal it makes and carries (kind 'kitchen'). */
  kitchen: v.optional(Id),
  meal: v.optional(v.picklist(['breakfast', 'lunch', 'dinner'])),
  /** The grid worker (account) somebody goes along with (kind 'visit'). */
  with: v.optional(Id),
  /** Sign-up opens so many hours before it begins; absent: at once. */
  opens: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2160))),
  /** Until so many hours before it begins somebody may withdraw without giving a reason. */
  withdraw: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(336)),
}

/** asked 等点头 (holds its seat), on 定了, waiting 排队, offered 轮到了, off 退了, declined 没同意, expired 没来得及答, passed 轮到了但去不了, cancelled 班取消了, given 换给别人了. */
export const SIGN_STATES = ['asked', 'on', 'waiting', 'offered', 'off', 'declined', 'expired', 'passed', 'cancelled', 'given'] as const
export const SignState = v.picklist(SIGN_STATES)
export type SignState = v.InferOutput<typeof SignState>

/** free 能报, mine 我报了, full 满了 (a queue), clashes 时间冲突, not_allowed 还不能报, not_yet 还没开放, ended 结束了, cancelled 取消了. */
export const StandState = v.picklist(['free', 'mine', 'full', 'clashes', 'not_allowed', 'not_yet', 'ended', 'cancelled'])
export type StandState = v.InferOutput<typeof StandState>
/** How one role of a shift stands for whoever looks, with its reason in a sentence. `warn`: possible, but think of this first. */
export const Stand = v.strictObject({ role: RoleId, state: StandState, why: v.string(), warn: v.optional(v.string()) })
export type Stand = v.InferOutput<typeof Stand>

/** A shift as everybody sees it. `taken` are seats given or held, `waiting` people in the queue. */
export const ShiftCard = v.strictObject({
  id: Id,
  community: v.string(),
  communityName: v.string(),
  kind: Kind,
  title: v.string(),
  place: Place,
  day: Day,
  from: Moment,
  to: Moment,
  roles: v.array(v.strictObject({ ...RoleForm.entries, taken: v.number(), waiting: v.number() })),
  team: v.optional(v.strictObject({ id: Id, name: v.string() })),
  note: v.string(),
  kitchen: v.optional(Id),
  meal: v.optional(v.picklist(['breakfast', 'lunch', 'dinner'])),
  /** The name of the grid worker somebody goes along with. */
  with: v.optional(v.string()),
  series: v.optional(Id),
  opensAt: v.optional(Moment),
  /** Until then one withdraws without a reason. */
  withdrawUntil: Moment,
  cancelled: v.optional(v.strictObject({ at: Moment, by: v.string(), why: v.string() })),
  version: v.number(),
})
export type ShiftCard = v.InferOutput<typeof ShiftCard>

/** A sign-up as its owner and the lead see it. */
export const SignUp = v.strictObject({
  id: Id,
  shift: Id,
  account: Id,
  name: v.string(),
  role: RoleId,
  roleName: v.string(),
  state: SignState,
  /** Place in the queue, from 1. */
  queue: v.optional(v.number()),
  /** Until when an offer holds. */
  until: v.optional(Moment),
  /** Why it is as it is, in a sentence. */
  why: v.string(),
  /** Asked somebody to take it over, and why. */
  cover: v.optional(v.string()),
  came: v.optional(Moment),
  went: v.optional(Moment),
  /** Did not come. */
  absent: v.optional(v.boolean()),
  group: v.optional(Id),
  version: v.number(),
})
export type SignUp = v.InferOutput<typeof SignUp>

export { Day, FileId, Id, Moment }
