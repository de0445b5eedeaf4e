import { innerPath } from '~/lib/search'

const SSO_OUTCOMES = ['refused', 'suspended', 'failed', 'cancelled'] as const

interface SignInSearch {
  next?: string
  reason?: 'expired' | 'out'
  /** How signing in at the identity provider ended. */
  sso?: (typeof SSO_OUTCOMES)[number]
  step?: 'second'
}

export const signInSearch = (raw: Record<string, unknown>): SignInSearch => ({
  next: innerPath(raw.next),
  reason: raw.reason === 'expired' || raw.reason === 'out' ? raw.reason : undefined,
  sso: SSO_OUTCOMES.find((each) => each === raw.sso),
  step: raw.step === 'second' ? 'second' : undefined,
})
