/** The built H5: hashed files are kept for ever, the page and its worker are asked for anew, and the browser runs nothing that did not come from here. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const FOREVER = 'public, max-age=31536000, immutable'
const HASHED = /\.[0-9a-f]{8,}\.(js|css|png|svg|jpg|woff2?)$/

/**
 * On every answer. No HSTS and no upgrade-insecure-requests: on a local network, with plain http or an own certificate, they would lock people out;
 * a proxy in front adds them. Styles may be inline: Taro's components bring their own style elements.
 */
export function securityHeaders(folder: string | undefined): { [name: string]: string } {
  const scripts = ["'self'", ...(hasPages(folder) ? inlineScripts(readFileSync(join(folder, 'index.html'), 'utf8')) : [])].join(' ')
  return {
    'content-security-policy': `default-src 'self'; script-src ${scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'geolocation=(self), camera=(self), microphone=(), payment=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  }
}

/** Hashes for the scripts written into a page, as a content security policy names them. */
export function inlineScripts(html: string): string[] {
  const bodies = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi)].map(found => found[1])
  return bodies.filter(text => text.trim()).map(text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
}

const hasPages = (folder: string | undefined): folder is string => folder !== undefined && existsSync(join(folder, 'index.html'))

/** Serves a built H5 folder. Without one the server is an API only. */
export function pages(folder: string | undefined) {
  return async (app: FastifyInstance) => {
    if (!hasPages(folder)) return
    await app.register(fastifyStatic, {
      root: folder,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) =>
        void reply.setHeader('cache-control', HASHED.test(path.replace(/\.(br|gz)$/, '')) ? FOREVER : 'no-cache'),
    })
  }
}
