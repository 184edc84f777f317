/**
 * Photos and workbooks. The bytes go up and down beside the operations (`PUT` and `GET /api/files/<sha256>`, cloud storage in WeChat);
 * a file is private: the door lets through who put it there and those who reach the division it was filed under.
 */
import * as v from 'valibot'
import { operation } from '../contract'
import { Community, Division, Done, FileId, Moment, words } from '../schema'

/**
 * dish: a photo of food on a menu, filed by whoever took it; everybody who is signed in may see it. paper: a photo of somebody's own paper
 * (健康证); besides them the community's office sees it, nobody else.
 */
export const FileKind = v.picklist(['photo', 'workbook', 'report', 'claim', 'dish', 'paper'])

export const files = {
  file: operation({
    about:
      'Files bytes that were put up under a division so that those who reach it can read them. Refuses: files.not_there, files.not_a_picture, files.not_a_workbook, files.too_large (photo 2 MB, workbook 30 MB).',
    kind: 'write',
    scope: 'division',
    roles: ['grid', 'community', 'street', 'district', 'city', 'volunteer', 'lead', 'kitchen'],
    input: v.strictObject({ file: FileId, division: Division, kind: FileKind, name: words(120) }),
    output: Done,
  }),
  show_paper: operation({
    about:
      "Files a photo of one's own paper for a community's office to look at; nobody else may read it. Refuses: files.no_upload, files.not_a_picture, files.too_large.",
    kind: 'write',
    scope: 'signed',
    roles: [],
    input: v.strictObject({ file: FileId, office: Community, name: words(120) }),
    output: Done,
  }),
  about: operation({
    about: 'What is known about a file. Refuses: files.not_there.',
    kind: 'read',
    scope: 'division',
    roles: ['grid', 'community', 'street', 'district', 'city', 'volunteer', 'lead', 'kitchen'],
    input: v.strictObject({ file: FileId }),
    output: v.strictObject({ file: FileId, kind: FileKind, name: v.string(), bytes: v.number(), at: Moment }),
  }),
  /** The WeChat front has no PUT: small pieces travel as base64 through the door. H5 uses PUT. */
  put: operation({
    about:
      'Puts up one piece (at most 192 KB of base64) of a file; the last piece completes it when the hash fits. Refuses: files.hash_wrong, files.too_large.',
    kind: 'write',
    scope: 'signed',
    roles: [],
    keyless: 'content-addressed: a repeat writes the same bytes',
    input: v.strictObject({
      file: FileId,
      part: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(199)),
      parts: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
      base64: v.pipe(v.string(), v.maxLength(262144)),
    }),
    output: v.strictObject({ complete: v.boolean() }),
  }),
}
