import { redirect } from '@tanstack/react-router'

import type { Me } from '~/api/models'
import { hasStatus } from '~/api/problem'

/** Who is signed in; nobody is led to the sign-in page, and back to the address afterwards. */
export async function signedIn(context: { me: () => Promise<Me> }, href: string): Promise<Me> {
  try {
    return await context.me()
  } catch (error) {
    if (!hasStatus(error, 401)) throw error
    // The first visit of the day is no expired session: nothing to explain, only to sign in.
    throw redirect({ to: '/sign-in', search: href === '/' ? {} : { next: href } })
  }
}
