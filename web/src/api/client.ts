import createClient, { type Middleware } from 'openapi-fetch'
import i18next from 'i18next'

import { remembered } from '~/i18n'
import { once } from './once'
import { noteRequest, sessionLost } from './session'
import type { paths } from './schema.gen'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

const CSRF_COOKIE = /(?:^|;\s*)(?:__Host-)?csrftoken(?:_(\d+))?=([^;]+)/g

/** The token of this server. Demonstrations name theirs by port: a browser shows those of all ports of a host. */
export function csrfToken(): string {
  const found = [...document.cookie.matchAll(CSRF_COOKIE)]
  const own = found.find((match) => match[1] === window.location.port) ?? found.find((match) => !match[1]) ?? found[0]
  return own?.[2] ?? ''
}

/** Sent with requests that nobody asked for, such as polling: they do not keep the session alive. */
export const BACKGROUND = { 'X-Simpul-Background': '1' }

const middleware: Middleware = {
  onRequest({ request }) {
    // The first requests leave before the texts are there.
    request.headers.set('Accept-Language', i18next.language ?? remembered())
    if (!SAFE.has(request.method)) request.headers.set('X-CSRFToken', csrfToken())
    return request
  },
  onResponse({ request, response }) {
    if (response.status === 401) sessionLost()
    else if (!request.headers.has('X-Simpul-Background')) noteRequest()
    return response
  },
}

export const api = createClient<paths>({
  baseUrl: window.location.origin,
  credentials: 'same-origin',
  headers: { Accept: 'application/json' },
  // Looked up at call time, so that the page's own fetch is used even when it was replaced after this module loaded.
  fetch: (request) => once(request, (each) => window.fetch(each)),
  querySerializer: { array: { style: 'form', explode: true } },
})
api.use(middleware)

/** A key that makes a repeated POST of the same intent harmless; works outside secure contexts too. */
export function intentKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
