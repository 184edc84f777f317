/** Photos and workbooks: filed under a division, private, and put up in pieces where there is no PUT. */
import { isPicture, refusedFile } from '@domain/files/rules'
import type { Context } from '../_kit/context'
import { notThere, refuse } from '../_kit/refuse'
import type { Operations } from '../_kit/serve'
import type { Doc } from '../_kit/store/port'
import { accept, type Filing, mayRead, type Upload } from './uploads'

type Piece = Doc & { whole: string; part: number; base64: string; at: number }

const noFile = () => notThere('files', '这个文件')
const me = (context: Context) => context.person?.id ?? ''

/** The pieces that are there, in order, as bytes. */
async function joined(context: Context, whole: string): Promise<Uint8Array> {
  const pieces = await context.system.find<Piece>('pieces', { where: { whole }, order: ['part'], limit: 200 })
  return Buffer.concat(pieces.items.map(one => Buffer.from(one.base64, 'base64')))
}

/** A photo is filed only after place and camera were taken out of its bytes; the blob keeps its name. */
async function cleaned(context: Context, file: string, bytes: Uint8Array) {
  const clean = await context.pictures.clean(bytes).catch(() => null)
  if (!clean) throw refuse('files.not_a_picture', '这张照片打不开，请换一张', 'file')
  await context.blobs.put(file, clean)
  return clean.length
}

type Wanted = Pick<Filing, 'file' | 'division' | 'kind' | 'name'> & { upload: Upload | null }

/** Files what was put up; a picture is cleaned first. Refuses: files.not_there, files.not_a_picture, files.not_a_workbook, files.too_large. */
async function filed(context: Context, { file, division, kind, name, upload }: Wanted) {
  const bytes = upload && (await context.blobs.get(file))
  if (!upload || !bytes) throw noFile()
  const wrong = refusedFile(kind, bytes)
  if (wrong) throw refuse(wrong.code, wrong.message, 'file')
  const picture = isPicture(kind)
  const size = picture && !upload.cleaned ? await cleaned(context, file, bytes) : bytes.length
  const filing: Filing = { _id: `${file}|${division}`, file, division, kind, name, bytes: size, by: me(context), at: context.now }
  return context.write({ target: file, division }, async (_, whole) => {
    await whole.put('filings', filing)
    await whole.update('uploads', file, { set: { filed: 1, ...(picture ? { cleaned: true } : {}) } })
    return { id: file }
  })
}

export const operations: Operations<'files'> = {
  async file(context, { file, division, kind, name }) {
    if (!(await mayRead(context.system, context.person, file))) throw noFile()
    const upload = await context.system.get<Upload>('uploads', file)
    // what only some may see is not made a dish's photo for everybody
    if (kind === 'dish' && !upload?.by.includes(me(context))) throw noFile()
    return filed(context, { file, division, kind, name, upload })
  },

  async show_paper(context, { file, office, name }) {
    const upload = await context.system.get<Upload>('uploads', file)
    if (!upload?.by.includes(me(context))) throw refuse('files.no_upload', '照片没有传上去，请再拍一次', 'file')
    return filed(context, { file, division: office, kind: 'paper', name, upload })
  },

  async about(context, { file }) {
    const found = await context.store.find<Filing>('filings', { where: { file }, limit: 1 })
    const filing = found.items[0]
    if (!filing) throw noFile()
    return { file, kind: filing.kind, name: filing.name, bytes: filing.bytes, at: filing.at }
  },

  async put(context, { file, part, parts, base64 }) {
    if (part >= parts) throw refuse('files.hash_wrong', '文件没有传完整，请再传一次', 'part')
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) throw refuse('files.hash_wrong', '文件没有传完整，请再传一次', 'base64')
    const whole = `${file}|${me(context)}|${parts}`
    await context.write({ target: file }, async (_, all) => {
      const piece: Piece = { _id: `${whole}|${part}`, whole, part, base64, at: context.now }
      await all.put('pieces', piece)
    })
    return { complete: (await isThere(context, file)) || (await completed(context, file, parts)) }
  },
}

const isThere = async (context: Context, file: string) =>
  (await context.system.get<Upload>('uploads', file))?.by.includes(me(context)) ?? false

/** Puts the pieces together once all are there. Twins of the last piece may race: whoever comes second finds the file there. */
async function completed(context: Context, file: string, parts: number): Promise<boolean> {
  const whole = `${file}|${me(context)}|${parts}`
  if ((await context.system.count('pieces', { whole })) < parts) return isThere(context, file)
  try {
    const bytes = await joined(context, whole)
    await accept({ store: context.system, blobs: context.blobs }, { file, bytes, by: me(context), now: context.now })
  } catch (error) {
    if (!(await isThere(context, file))) throw error
  } finally {
    await context.system.transaction(async tx => {
      for (let i = 0; i < parts; i++) await tx.remove('pieces', `${whole}|${i}`)
    })
  }
  return true
}
