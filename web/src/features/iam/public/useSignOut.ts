import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'

import { forgetUser } from '~/lib/forget'
import { toastProblem } from '~/ui/toast'
import { signOut } from './auth'

/** Ends the session and drops everything this browser tab knew. */
export function useSignOut() {
  const client = useQueryClient()
  const router = useRouter()
  return async () => {
    try {
      await signOut()
    } catch (error) {
      toastProblem(error)
      return
    }
    await router.navigate({ to: '/sign-in', search: { reason: 'out' } })
    forgetUser(client)
  }
}
