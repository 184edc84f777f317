/** The file storage beside the stand-in gateway, for tests: an upload and a download address on loopback, as the SDK asks for them. */
import type { IncomingMessage, ServerResponse } from 'node:http'

export interface Bucket {
  /** The storage actions of the gateway. */
  act(ask: { action: string; path?: string; file_list?: { fileid: string }[]; fileid_list?: string[] }, origin: string): object | null
  /** Serves an upload or a download; false for other requests. */
  serve(request: IncomingMessage, response: ServerResponse, body: Buffer): boolean
  /** What is kept, by path. */
  files: Map<string, Buffer>
}

const PREFIX = 'cloud://env-1.656e-env-1/'

export function bucket(): Bucket {
  const files = new Map<string, Buffer>()
  const pathOf = (id: string) => id.slice(PREFIX.length)
  return {
    files,
    act(ask, origin) {
      const link = (path: string) => `${origin}/files/${encodeURIComponent(path)}`
      if (ask.action === 'storage.getUploadMetadata') {
        const path = String(ask.path)
        return { data: { url: link(path), token: 't', authorization: 'a', fileId: PREFIX + path, cosFileId: 'c' } }
      }
      if (ask.action === 'storage.batchGetDownloadUrl')
        return { data: { download_list: (ask.file_list ?? []).map(({ fileid }) => found(fileid, link(pathOf(fileid)))) } }
      if (ask.action !== 'storage.batchDeleteFile') return null
      for (const id of ask.fileid_list ?? []) files.delete(pathOf(id))
      return { data: { delete_list: (ask.fileid_list ?? []).map(fileID => ({ fileID, code: 'SUCCESS' })) } }
    },
    serve(request, response, body) {
      const path = /^\/files\/(.+)$/.exec(request.url ?? '')?.[1]
      if (!path) return false
      if (request.method === 'PUT') files.set(decodeURIComponent(path), body)
      response.end(request.method === 'PUT' ? '' : files.get(decodeURIComponent(path)))
      return true
    },
  }
  function found(fileID: string, tempFileURL: string) {
    const there = files.has(pathOf(fileID))
    return there ? { code: 'SUCCESS', fileID, tempFileURL } : { code: 'STORAGE_FILE_NONEXIST', message: 'no such file', fileID }
  }
}
