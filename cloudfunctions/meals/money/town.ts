/** A merchant for tests, and WeChat Pay's own words and signatures, with keys made on the spot. */
import { createCipheriv, createSign, generateKeyPairSync } from 'node:crypto'
import type { Merchant } from './wechatpay'

const keys = () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = { type: 'spki', format: 'pem' } as const
  return { public: publicKey.export(pem) as string, private: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string }
}
export const [MINE, THEIRS, NOBODYS] = [keys(), keys(), keys()]
export const MERCHANT: Merchant = {
  ...{ appid: 'wx1', mchid: '1900000001', serial: 'MINE', privateKey: MINE.private, apiKey: '0123456789abcdef0123456789abcdef' },
  ...{ platform: { THEIRS: THEIRS.public }, notifyUrl: 'https://example.com/pay/wechat' },
}

/** The headers WeChat Pay sends with a body. */
export const signed = (body: string, at: number, key = THEIRS.private, serial = 'THEIRS') => {
  const [timestamp, nonce] = [String(Math.floor(at / 1000)), 'n0nce']
  const signature = createSign('RSA-SHA256').update(`${timestamp}\n${nonce}\n${body}\n`).sign(key, 'base64')
  return { 'wechatpay-timestamp': timestamp, 'wechatpay-nonce': nonce, 'wechatpay-signature': signature, 'wechatpay-serial': serial }
}
/** What WeChat Pay says of a payment that succeeded. */
export function notice(trade: string, fen: number, more: { [field: string]: unknown } = {}, key = MERCHANT.apiKey) {
  const paid = {
    appid: 'wx1',
    mchid: '1900000001',
    out_trade_no: trade,
    transaction_id: '4200001',
    trade_state: 'SUCCESS',
    amount: { total: fen, currency: 'CNY' },
    ...more,
  }
  const cipher = createCipheriv('aes-256-gcm', key, 'twelve-bytes').setAAD(Buffer.from('transaction'))
  const sealed = Buffer.concat([cipher.update(JSON.stringify(paid), 'utf8'), cipher.final(), cipher.getAuthTag()])
  const resource = {
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: sealed.toString('base64'),
    associated_data: 'transaction',
    nonce: 'twelve-bytes',
  }
  return JSON.stringify({ id: 'EV-1', event_type: 'TRANSACTION.SUCCESS', resource_type: 'encrypt-resource', resource })
}
