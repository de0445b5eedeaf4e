import { queryOptions } from '@tanstack/react-query'

import { makePasskey, provePasskey } from '~/lib/webauthn'
import { call, flowsOf, json, refusal, type SecondStep } from '../public/auth'

const AT = '/account/authenticators'

export interface Factor {
  type: SecondStep
  /** Seconds since 1970. */
  created_at: number
  last_used_at: number | null
  id?: number
  name?: string
  total_code_count?: number
  unused_code_count?: number
  unused_codes?: string[]
}

/** The service wants to know once more who is there, by one of these. */
export class IdentityUnconfirmed extends Error {
  constructor(readonly by: ('password' | SecondStep)[]) {
    super('identity unconfirmed')
  }
}

type Body = Record<string, unknown>

async function managed(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, fine: number[] = []): Promise<Body> {
  const response = await call(method, path, body)
  const answer = await json(response)
  if (response.ok || fine.includes(response.status)) return answer
  const flows = flowsOf(answer)
  if (response.status === 401 && flows.some((flow) => flow.id.endsWith('reauthenticate'))) {
    throw new IdentityUnconfirmed(flows.flatMap((flow) => (flow.id === 'reauthenticate' ? (['password'] as const) : (flow.types ?? []))))
  }
  throw refusal(response, answer)
}

export const factorsQuery = queryOptions({
  queryKey: ['factors'],
  queryFn: async () => ((await managed('GET', AT)).data ?? []) as Factor[],
})

export interface TotpOffer {
  secret: string
  totp_svg: string
}

export const offerTotp = async () => (await managed('GET', `${AT}/totp`, undefined, [404])).meta as TotpOffer
export const confirmTotp = (code: string) => managed('POST', `${AT}/totp`, { code })
export const removeTotp = () => managed('DELETE', `${AT}/totp`)

/** False when the person or the device declined. */
export async function addPasskey(name: string): Promise<boolean> {
  const asked = (await managed('GET', `${AT}/webauthn?passwordless`)).data as { creation_options: { publicKey: Body } }
  const credential = await makePasskey(asked.creation_options)
  if (credential) await managed('POST', `${AT}/webauthn`, { name, credential, passwordless: true })
  return credential !== null
}
export const renamePasskey = (id: number, name: string) => managed('PUT', `${AT}/webauthn`, { id, name })
export const removePasskey = (id: number) => managed('DELETE', `${AT}/webauthn`, { authenticators: [id] })

/** The codes, where they may still be seen; null when they were shown before. */
export const recoveryCodes = async () => ((await managed('GET', `${AT}/recovery-codes`)).data as Factor).unused_codes ?? null
export const newRecoveryCodes = async () => ((await managed('POST', `${AT}/recovery-codes`, {})).data as Factor).unused_codes ?? []

export const confirmByPassword = (password: string) => managed('POST', '/auth/reauthenticate', { password })
export const confirmByCode = (code: string) => managed('POST', '/auth/2fa/reauthenticate', { code })

/** False when the person or the device declined. */
export async function confirmByPasskey(): Promise<boolean> {
  const asked = (await managed('GET', '/auth/webauthn/reauthenticate')).data as { request_options: { publicKey: Body } }
  const credential = await provePasskey(asked.request_options)
  if (credential) await managed('POST', '/auth/webauthn/reauthenticate', { credential })
  return credential !== null
}
