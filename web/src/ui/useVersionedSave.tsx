import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'

import { fieldProblems, isApiError } from '~/api/problem'
import type { ConflictRow } from './Conflict'
import { toastProblem } from './toast'
import { standingVersion, useStale } from './useStale'

/** One field of a form, as it is compared: its name, what it was opened with, what was typed, and what the server says it holds. */
export interface Compared {
  key: string
  name: ReactNode
  opened: unknown
  mine: unknown
  now: (current: Record<string, unknown>) => unknown
  /** How a value is read; as it is without it. */
  words?: (value: never) => string
}

interface Options<Saved> {
  send: (version: number | undefined) => Promise<Saved>
  /** Marks the fields that were refused. */
  onRefused: (fields: Record<string, string>) => void
  /** Refusals that a field answers for, by their code. */
  answers?: Record<string, Record<string, string>>
  /** What the form calls a field of the server. */
  fieldOf?: (name: string) => string
  compared?: () => readonly Compared[]
  /** Somebody else changed it meanwhile: time to read it again. */
  onStale?: () => void
  onSaved?: (saved: Saved) => void
  /** After every attempt. */
  onSettled?: () => void
}

const words = (one: Compared, value: unknown) => (one.words ? one.words(value as never) : value === '' || value === null || value === undefined ? '–' : String(value))

/** What somebody else changed, and what I want where it differs from that. */
export function conflictRows(fields: readonly Compared[], current: Record<string, unknown>): ConflictRow[] {
  return fields.flatMap((one) => {
    const now = one.now(current)
    if (now === undefined) return []
    const [seen, standing, mine] = [words(one, one.opened), words(one, now), words(one, one.mine)]
    const [moved, touched] = [seen !== standing, seen !== mine]
    return moved || touched ? [{ key: one.key, name: one.name, seen, now: standing, moved, mine: touched ? mine : undefined }] : []
  })
}

/** Saves a form against the version that it was opened with: refusals stand beside their fields, and what a colleague changed is compared before it is written over. */
export function useVersionedSave<Saved>({ send, onRefused, answers = {}, fieldOf = (name) => name, compared, onStale, onSaved, onSettled }: Options<Saved>) {
  const stale = useStale()
  // What a comparison has shown counts as seen, also before the record is read again.
  const shown = useRef(0)
  const save = useMutation<Saved, Error, number | undefined>({
    mutationFn: send,
    onSuccess: onSaved,
    onSettled,
    onError: (error): void => {
      const standing = standingVersion(error)
      if (standing) {
        onStale?.()
        const rows = compared && conflictRows(compared(), standing.current as Record<string, unknown>)
        if (rows?.length) shown.current = standing.version
        return stale.ask({ version: standing.version, again: (version) => save.mutate(version), rows })
      }
      const refused = Object.entries(fieldProblems(error)).map(([name, message]) => [fieldOf(name), message])
      const answer = isApiError(error) ? answers[error.code] : undefined
      if (answer) onRefused(answer)
      else if (refused.length > 0) onRefused(Object.fromEntries(refused) as Record<string, string>)
      else toastProblem(error)
    },
  })
  const run = (version?: number) => save.mutate(version && Math.max(version, shown.current))
  return { run, busy: save.isPending, saved: save.data, done: save.isSuccess, covered: stale.dialog !== null, dialog: stale.dialog }
}
