/** Whether a certificate holds, for anybody who has the paper in hand. */
import { maskName } from '@domain/people/mask'
import { codeKey, codeOf, numberKey } from '@domain/shifts/certificate'
import type { Checked } from '@domain/shifts/contract'
import type { Operations } from '../../_kit/serve'
import type { Store } from '../../_kit/store/port'
import { dayOf } from '../../_kit/time'
import { hashOf } from './certificates'
import type { CertDoc } from './docs'

export const verify: Pick<Operations<'shifts'>, 'verify_certificate'> = {
  async verify_certificate({ system }, { number, code }) {
    const typed = codeKey(code)
    const cert = (await named(system, number)).find(({ hash }) => codeOf(hash) === typed || hash === typed)
    // what is kept is held against its own hash: a record somebody changed by hand is no certificate
    if (!cert || hashOf(cert.content) !== cert.hash) return { state: 'wrong' }
    return told(cert)
  },
}

/** By its id, as the QR code has it, or by the number on the paper. */
async function named(system: Store, typed: string): Promise<CertDoc[]> {
  const key = numberKey(typed)
  const byId = await system.get<CertDoc>('hours_certificates', key || '-')
  if (byId) return [byId]
  return (await system.find<CertDoc>('hours_certificates', { where: { key }, limit: 5 })).items
}

/** A stranger learns that it was revoked and when, not why. */
function told({ content, revoked }: CertDoc): Checked {
  const { number, issuer, manager, name, from, until, total, issued } = content
  if (revoked) return { state: 'revoked', number, issuer, issued, on: dayOf(revoked.at) }
  return { state: 'valid', number, issuer, manager, who: maskName(name), from, until, minutes: total, issued }
}
