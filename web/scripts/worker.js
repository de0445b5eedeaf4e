/* Keeps the program, and nothing else, so that the page opens without a connection. What anybody reads or types never comes by here. */
const CACHE = 'simpul-shell-__VERSION__'
const FILES = __FILES__
// Names that carry a hash of their content; all else is asked for first and kept for the day when nobody answers.
const FIXED = new Set(FILES.filter((path) => path.startsWith('/assets/')))
const KEPT = new Set(FILES)
// Addresses of the server's own, which are no pages of the program.
const SERVER = ['/api/', '/_allauth/', '/sso/', '/static/', '/metrics', '/healthz', '/readyz']

self.addEventListener('install', (event) => {
  const files = FILES.map((path) => new Request(path, { credentials: 'omit', cache: 'no-cache' }))
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(files))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => event.waitUntil(forgetOld().then(() => self.clients.claim())))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || SERVER.some((start) => pathname.startsWith(start))) return
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => kept('/')))
  else if (FIXED.has(pathname)) event.respondWith(caches.match(pathname).then((found) => found ?? fetch(request)))
  else if (KEPT.has(pathname)) event.respondWith(fetch(request).catch(() => kept(pathname)))
})

/** The version before stays: pages that are open may still ask for parts of it. */
async function forgetOld() {
  const names = (await caches.keys()).filter((name) => name.startsWith('simpul-shell-') && name !== CACHE)
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)))
}

async function kept(path) {
  const cache = await caches.open(CACHE)
  return (await cache.match(path)) ?? Response.error()
}
