import { queryOptions } from '@tanstack/react-query'

import { api, csrfToken } from '~/api/client'
import { hasStatus, problem, unreachable, unwrap } from '~/api/problem'

const BASE = '/_allauth/browser/v1'

export type SignInStep = 'done' | 'totp'

interface Flow {
  id: string
  is_pending?: boolean
}

async function call(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<Response> {
  try {
    return await window.fetch(`${BASE}${path}`, {
      method,
      credentials: 'same-origin',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-CSRFToken': csrfToken() },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
  } catch (cause) {
    throw unreachable(cause)
  }
}

const json = async (response: Response): Promise<Record<string, unknown>> =>
  response.json().then(
    (body: unknown) => (body ?? {}) as Record<string, unknown>,
    () => ({}),
  )

/** What the answer of the sign-in service asks for next; throws what it refuses. */
async function nextStep(response: Response): Promise<SignInStep> {
  if (response.ok) return 'done'
  const body = await json(response)
  if (response.status === 401) {
    const flows = ((body.data as { flows?: Flow[] } | undefined)?.flows ?? []).filter((flow) => flow.is_pending)
    if (flows.some((flow) => flow.id === 'mfa_authenticate')) return 'totp'
  }
  const first = (body.errors as { code?: string; message?: string }[] | undefined)?.[0]
  throw problem(response.status, { code: first?.code, title: first?.message, ...withoutErrors(body) }, response.headers)
}

function withoutErrors(body: Record<string, unknown>): Record<string, unknown> {
  return Array.isArray(body.errors) ? {} : body
}

export async function signIn(username: string, password: string): Promise<SignInStep> {
  await call('GET', '/config')
  let response = await call('POST', '/auth/login', { username, password })
  if (response.status === 409) {
    // Somebody is signed in already: the new sign-in replaces that session.
    await signOut()
    response = await call('POST', '/auth/login', { username, password })
  }
  return nextStep(response)
}

export const verifyCode = async (code: string): Promise<SignInStep> => nextStep(await call('POST', '/auth/2fa/authenticate', { code }))

/** Ends the session on the server; the service answers 401 when nobody is signed in any more. */
export async function signOut(): Promise<void> {
  const response = await call('DELETE', '/auth/session')
  if (!response.ok && response.status !== 401) throw problem(response.status, await json(response), response.headers)
}

/** The demo users, or null where there is no demonstration. */
export const demoQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: async () => {
    try {
      return await unwrap(api.GET('/api/v1/demo'))
    } catch (error) {
      if (hasStatus(error, 404)) return null
      throw error
    }
  },
  staleTime: Infinity,
  retry: false,
})
