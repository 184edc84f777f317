/**
 * Sends what waits. Each message is taken out of the queue in a transaction of its own before anything leaves, so that it leaves at most once by
 * each way, whoever else runs this and wherever it is cut off; what comes back decides whether it waits again, goes the next way, or is done.
 */
import { isTopic, TEXTED, type Topic } from '@domain/notices/topics'
import { isQuiet } from '@domain/quiet'
import type { Account } from '../_kit/identity'
import { BUSY } from '../_kit/push'
import type { Kit } from '../_kit/react'
import type { Tx } from '../_kit/store/port'
import { textWords, wechatMessage } from './message'
import { dueAt, type Ended, type OutDoc, WAYS, type Way } from './outgoing'
import { empty, giveBack, quotaId, spend } from './quota'
import { countText, uncountText } from './texted'
import { wantsOf } from './wants'

const MINUTE = 60_000
const CHUNK = 48
/** At once; WeChat refuses two at the same time to one person (43108), which is then tried again. */
const LANES = 8
/** Whoever took it out of the queue is gone after this: nobody knows whether it left. */
const LOST = 5 * MINUTE
const MOST_TRIES = 6

/** No message of this template is left for this person. */
const NO_QUOTA = 43101
/** Busy, two at once for one person, too many a minute: later. */
const LATER = new Set([BUSY, 43108, 45009, 45011])
/** Our own fault: a value the template does not take, a template or page that is not there, an API that is not declared. */
const OUR_FAULT = new Set([47003, 40037, 41030, 45168, -604101])

/** One chunk. Answers how many were dealt with. */
export async function sendOut(kit: Kit): Promise<number> {
  await recover(kit)
  const due = { where: { state: 'waiting', due: { lte: kit.now } }, order: ['due'], limit: CHUNK }
  const { items } = await kit.store.find<OutDoc>('outgoing', due)
  for (let i = 0; i < items.length; i += LANES) await Promise.all(items.slice(i, i + LANES).map(one => sendOne(kit, one._id)))
  return items.length
}

/** What was on its way when its process ended: nobody knows, so that way is over. */
async function recover(kit: Kit): Promise<void> {
  const where = { state: 'sending', due: { lte: kit.now } }
  const { items } = await kit.store.find<OutDoc>('outgoing', { where, order: ['due'], limit: CHUNK })
  for (const one of items) await settle(kit, one, 'unknown')
}

async function sendOne(kit: Kit, id: string): Promise<void> {
  const taken = await kit.store.transaction(tx => take(tx, kit, id))
  if (!taken) return
  const ended = await leave(kit, taken).catch(error => {
    kit.log.warn({ notice: id, way: taken.out.way, error: String(error) }, 'nobody knows whether a message left')
    return 'unknown' as const
  })
  await settle(kit, taken.out, ended)
}

interface Taken {
  out: OutDoc
  account: Account
}
/** Takes a message out of the queue by the first way there is, together with what that way costs. Null: it is not to be sent now. */
async function take(tx: Tx, kit: Kit, id: string): Promise<Taken | null> {
  const out = await tx.get<OutDoc>('outgoing', id)
  if (out?.state !== 'waiting' || out.due > kit.now) return null
  if (isQuiet(kit.now) && !out.urgent) {
    await tx.put('outgoing', { ...out, due: dueAt(kit.now, false) })
    return null
  }
  const account = await tx.get<Account>('accounts', out.account)
  const ended = { ...out.ended }
  if (account && !account.disabled && out.until > kit.now)
    for (const way of WAYS.slice(WAYS.indexOf(out.way))) {
      if (await claimed(tx, kit, { out, account }, way)) {
        const going: OutDoc = { ...out, ended, way, state: 'sending', due: kit.now + LOST, tries: way === out.way ? out.tries : 0 }
        await tx.put('outgoing', going)
        return { out: going, account }
      }
      ended[way] = ended[way] ?? 'none'
    }
  await tx.put('outgoing', { ...out, ended, state: 'done' })
  return null
}

async function claimed(tx: Tx, { push, today }: Kit, { out, account }: Taken, way: Way): Promise<boolean> {
  if (!isTopic(out.topic)) return false
  if (way === 'wechat') {
    const template = push?.wechat?.templates[out.topic]
    return Boolean(account.openid && template) && spend(tx, quotaId(account._id, template?.id ?? ''))
  }
  if (!push?.sms || !TEXTED.includes(out.topic) || !(await wantsOf(tx, account._id)).sms) return false
  return countText(tx, account._id, today)
}

/** The one place where something goes out of the house. */
async function leave({ push, secrets }: Kit, { out, account }: Taken): Promise<Ended> {
  const saying = { ...out, topic: out.topic as Topic }
  if (out.way === 'wechat') {
    const template = push?.wechat?.templates[out.topic]
    if (!push?.wechat || !template) return String(BUSY)
    const code = await push.wechat.send(wechatMessage(account.openid ?? '', template, saying))
    return code === 0 ? 'sent' : String(code)
  }
  const phone = secrets.open(account.phone, { collection: 'accounts', id: account._id, field: 'phone' })
  return (await push?.sms?.({ phone, words: textWords(saying), id: out._id })) ? 'sent' : String(BUSY)
}

/** What became of it. Only whoever finds it as it was taken may say. */
async function settle(kit: Kit, taken: OutDoc, ended: Ended): Promise<void> {
  const code = Number(ended)
  if (OUR_FAULT.has(code)) kit.log.error({ notice: taken._id, topic: taken.topic, code }, 'WeChat does not take a message')
  await kit.store.transaction(async tx => {
    const out = await tx.get<OutDoc>('outgoing', taken._id)
    if (out?.state !== 'sending' || out.due !== taken.due) return
    if (!Number.isNaN(code)) await refund(tx, kit, out, code)
    await tx.put('outgoing', afterwards(kit, out, ended))
  })
}

/** What was turned away was not used. */
async function refund(tx: Tx, { push, today }: Kit, out: OutDoc, code: number): Promise<void> {
  if (out.way === 'sms') return uncountText(tx, out.account, today)
  const id = quotaId(out.account, push?.wechat?.templates[out.topic]?.id ?? '')
  await (code === NO_QUOTA ? empty(tx, id) : giveBack(tx, id))
}

function afterwards({ now }: Kit, out: OutDoc, ended: Ended): OutDoc {
  const tries = out.tries + 1
  if (LATER.has(Number(ended)) && tries < MOST_TRIES)
    return { ...out, state: 'waiting', tries, due: dueAt(now + MINUTE * 2 ** (tries - 1), out.urgent) }
  const next = ended === 'sent' ? undefined : WAYS[WAYS.indexOf(out.way) + 1]
  const said = { ...out, ended: { ...out.ended, [out.way]: ended } }
  return next ? { ...said, state: 'waiting', way: next, tries: 0, due: dueAt(now, out.urgent) } : { ...said, state: 'done' }
}
