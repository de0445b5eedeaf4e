import { useMutation, useQueryClient } from '@tanstack/react-query'

import { isApiError } from '~/api/problem'
import type { Proposal } from '~/lib/proposal'
import { useProposed } from '~/ui/Proposal'
import { toastDone, toastProblem } from '~/ui/toast'
import { standingVersion, type useStale } from '~/ui/useStale'
import { adminKeys } from '../query'
import type { User } from '../types'

interface Options<Body> {
  user: User
  stale: ReturnType<typeof useStale>
  run: (body: Body, version: number) => Promise<User | Proposal>
  done: (body: Body) => string
  onDone?: () => void
  /** The change waits for a second person; without it, the same as when it is done. */
  onProposed?: () => void
  /** Refused entries, shown at their fields instead of in a notice. */
  onFields?: (fields: Record<string, string[]>) => void
}

/** One change of a person: the answer is the person as it stands now, or a proposal that waits; a stale change shows the newer state and may be repeated. */
export function usePerson<Body>({ user, stale, run, done, onDone, onProposed = onDone, onFields }: Options<Body>) {
  const client = useQueryClient()
  const proposed = useProposed()
  const change = useMutation({
    mutationFn: ({ body, version }: { body: Body; version: number }) => run(body, version),
    onSuccess: (next, { body }) => {
      if (proposed(next)) {
        void client.invalidateQueries({ queryKey: adminKeys.user(user.id) })
        return onProposed?.()
      }
      client.setQueryData(adminKeys.user(next.id), next)
      void client.invalidateQueries({ queryKey: adminKeys.users })
      void client.invalidateQueries({ queryKey: [...adminKeys.user(next.id), 'sessions'] })
      toastDone(done(body))
      onDone?.()
    },
    onError: (error, { body }) => {
      const standing = standingVersion(error)
      if (standing) {
        void client.invalidateQueries({ queryKey: adminKeys.user(user.id) })
        return stale.ask({ version: standing.version, again: (version) => change.mutate({ body, version }) })
      }
      if (onFields && isApiError(error) && error.status === 422) return onFields(error.fields)
      toastProblem(error)
    },
  })
  return { busy: change.isPending, go: (body: Body) => change.mutate({ body, version: user.version }) }
}
