/** Certificates as they are read, and revoked. */
import { createHash } from 'node:crypto'
import { canonical, codeOf } from '@domain/shifts/certificate'
import type { CertContent, Certificate } from '@domain/shifts/contract'
import type { Context, WriteTx } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { Operations } from '../../_kit/serve'
import { dayOf } from '../../_kit/time'
import { tell } from '../tell'
import { askOf } from './asks'
import type { AskDoc, CertDoc } from './docs'
import { whole as wholeOf } from './read'

const PAGE = 30
export const CERTIFICATE = '/shifts/pages/certificate/index'

/** SHA-256 of the canonical text, hex. */
export const hashOf = (content: CertContent) => createHash('sha256').update(canonical(content), 'utf8').digest('hex')

export const viewOf = ({ content, account, community, hash, revoked, replaces, replacedBy }: CertDoc): Certificate => ({
  ...{ content, account, community, hash, code: codeOf(hash) },
  ...(revoked ? { revoked: { on: dayOf(revoked.at), why: revoked.why } } : {}),
  ...(replaces ? { replaces } : {}),
  ...(replacedBy ? { replacedBy } : {}),
})

export const certificates: Pick<Operations<'shifts'>, 'revoke_certificate' | 'certificate' | 'certificates' | 'my_certificates'> = {
  async revoke_certificate(context, { certificate, why }) {
    const there = await context.store.get<CertDoc>('hours_certificates', certificate)
    if (!there) throw notThere('shifts', '这张证明')
    return context.write({ target: certificate, division: there.community, note: why }, async tx => {
      await revoke(context, tx, certificate, { why })
      return { id: certificate }
    })
  },

  async certificate({ store }, { certificate }) {
    const doc = await store.get<CertDoc>('hours_certificates', certificate)
    if (!doc) throw notThere('shifts', '这张证明')
    return viewOf(doc)
  },

  async certificates({ store }, { community, after }) {
    const page = await store.find<CertDoc>('hours_certificates', { where: { community }, order: ['-at'], limit: PAGE, after })
    return { items: page.items.map(viewOf), ...(page.after ? { after: page.after } : {}) }
  },

  async my_certificates({ system, person }) {
    const account = person?.id ?? ''
    const page = await system.find<CertDoc>('hours_certificates', { where: { account }, order: ['-at'], limit: PAGE })
    const asked = await wholeOf<AskDoc>(system, 'hours_asks', { account, state: 'waiting' }, ['account', 'state'])
    return { items: page.items.map(viewOf), asked: asked.filter(one => one.what === 'certificate').map(one => askOf(one, account)) }
  },
}

/** From now on it no longer holds. Refuses shifts.not_there, shifts.already_revoked. */
export async function revoke(context: Context, tx: WriteTx, id: string, { why, replacedBy }: { why: string; replacedBy?: string }) {
  const cert = await tx.get<CertDoc>('hours_certificates', id)
  if (!cert) throw notThere('shifts', '这张证明')
  if (cert.revoked) throw refuse('shifts.already_revoked', '这张证明已经作废了')
  const revoked = { at: context.now, by: context.person?.id ?? '', why }
  await tx.put<CertDoc>('hours_certificates', { ...cert, revoked, ...(replacedBy ? { replacedBy } : {}) })
  const body = `${cert.content.number}：${why}`
  await tell(tx, {
    topic: 'hours',
    accounts: [cert.account],
    title: '一张志愿服务证明作废了',
    body,
    to: `${CERTIFICATE}?number=${id}`,
    at: context.now,
  })
}
