// The service worker: opens the app without signal. config/plugins/shell.ts fills in the version and the file list.
// It never touches /api: answers are kept, encrypted and bound to the person, by the app itself.
const VERSION = '__VERSION__'
const FILES = ['__FILES__']
const SHELL = `shell-${VERSION}`
const here = name => new URL(name, self.registration.scope).href

self.addEventListener('install', event => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then(cache => cache.addAll(['./', ...FILES].map(name => new Request(here(name), { cache: 'no-cache' }))))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', event => {
  const old = names => Promise.all(names.filter(name => name.startsWith('shell-') && name !== SHELL).map(name => caches.delete(name)))
  event.waitUntil(
    caches
      .keys()
      .then(old)
      .then(() => self.clients.claim()),
  )
})

/** The page itself comes from the network when it answers within 3 s, so that a new build shows; else from the shell. */
async function page(request) {
  const kept = () => caches.match(here('./')).then(found => found || Response.error())
  const timer = new Promise(resolve => setTimeout(() => resolve(null), 3000))
  const fresh = fetch(request).catch(() => null)
  const answer = await Promise.race([fresh, timer])
  return answer?.ok ? answer : kept()
}

self.addEventListener('fetch', event => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && url.href.startsWith(self.registration.scope) && !/\/(api|health|openapi)/.test(url.pathname))
    return event.respondWith(page(request))
  const name = url.href.slice(self.registration.scope.length).split('?')[0]
  if (FILES.includes(name)) event.respondWith(caches.match(here(name)).then(found => found || fetch(request)))
})
