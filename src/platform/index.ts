/** What pages may use of the phone and the server. */
export { addressOf, type CalendarEntry, putInCalendar } from './calendar'
export { type CallOptions, call } from './call'
export { copy } from './copy'
export { type Did, useDeed } from './deed'
export { type Draft, useDraft } from './draft'
export { Broken, Offline, Refused, sentence } from './failures'
export { download, picture, release, sha256, upload } from './files'
export { back, go, HOME, path, replace, start, useQuery } from './go'
export { type Called, useCall, useWrite, type Write } from './hooks'
export { newId } from './id'
export { device, lasting, personal } from './keep'
export { locate, type Spot } from './location'
export { useNetwork } from './network'
export {
  amend,
  drop,
  type Enclosure,
  failed,
  flush,
  type Parcel,
  retry,
  type SendOptions,
  send,
  useOutbox,
  useSent,
  waiting,
} from './outbox'
export { payInWechat } from './pay'
export { dial } from './phone'
export { type Photo, takePhoto } from './photo'
export { type Picked, pickWorkbook } from './pick'
export { type Preferences, prefer, SCALES, usePreferences } from './preferences'
export { canScan, scan } from './scan'
export { entered, forgetKept, leave, membership, refresh, useMe, useSession } from './session'
export { canSpeak, hush, speak } from './speak'
export { canSubscribe, phoneCode, subscribe } from './subscribe'
export { useWide } from './wide'
