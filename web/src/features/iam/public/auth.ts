import { queryOptions } from '@tanstack/react-query'

import { api, csrfToken } from '~/api/client'
import { hasStatus, problem, unreachable, unwrap } from '~/api/problem'

const BASE = '/_allauth/browser/v1'

/** Signed in, or what the second step may be proven by. */
export type SignInStep = 'done' | SecondStep[]
export type SecondStep = 'totp' | 'webauthn' | 'recovery_codes'

interface Flow {
  id: string
  is_pending?: boolean
  types?: SecondStep[]
}

type Body = Record<string, unknown>

export async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Response> {
  try {
    return await window.fetch(`${BASE}${path}`, {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/json',
        'Accept-Language': document.documentElement.lang || 'id',
        'X-CSRFToken': csrfToken(),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
  } catch (cause) {
    throw unreachable(cause)
  }
}

export const json = async (response: Response): Promise<Body> =>
  response.json().then(
    (body: unknown) => (body ?? {}) as Body,
    () => ({}),
  )

export const flowsOf = (body: Body): Flow[] => (body.data as { flows?: Flow[] } | undefined)?.flows ?? []

/** What the sign-in service refuses, as the one error that the interface knows. */
export function refusal(response: Response, body: Body) {
  const errors = body.errors as { code?: string; message?: string }[] | undefined
  const first = Array.isArray(errors) ? errors[0] : undefined
  const rest = Array.isArray(errors) ? { tries_left: body.tries_left } : body
  return problem(response.status, { code: first?.code, title: first?.message, ...rest }, response.headers)
}

/** What the answer of the sign-in service asks for next; throws what it refuses. */
async function nextStep(response: Response): Promise<SignInStep> {
  if (response.ok) return 'done'
  const body = await json(response)
  if (response.status === 401) {
    const pending = flowsOf(body).find((flow) => flow.is_pending && flow.id === 'mfa_authenticate')
    if (pending) return pending.types ?? ['totp']
  }
  throw refusal(response, body)
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

/** Where a sign-in stands that began elsewhere, at the identity provider. */
export const resumeSignIn = async (): Promise<SignInStep> => nextStep(await call('GET', '/auth/session'))

/** Asks for the token that unsafe requests carry, for who was never here before. */
export async function withToken<T>(run: () => Promise<T>): Promise<T> {
  if (!csrfToken()) await call('GET', '/config')
  return run()
}

/** A code of the application, or a recovery code. */
export const verifyCode = async (code: string): Promise<SignInStep> => nextStep(await call('POST', '/auth/2fa/authenticate', { code }))

/** Signs in by a passkey: alone, or as the second step after a password. Null when the person declined. */
export async function signInByPasskey(step: 'login' | 'authenticate'): Promise<SignInStep | null> {
  const { provePasskey } = await import('~/lib/webauthn')
  const asked = await call('GET', `/auth/webauthn/${step}`)
  const body = await json(asked)
  if (!asked.ok) throw refusal(asked, body)
  const credential = await provePasskey((body.data as { request_options: { publicKey: Body } }).request_options)
  return credential && nextStep(await call('POST', `/auth/webauthn/${step}`, { credential }))
}

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

/** The ways in beside a password: the organisation's identity providers. */
export const waysInQuery = queryOptions({
  queryKey: ['ways-in'],
  queryFn: () => unwrap(api.GET('/api/v1/ways-in')),
  staleTime: Infinity,
  retry: false,
})
