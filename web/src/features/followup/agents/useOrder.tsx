import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'

import { isApiError } from '~/api/problem'
import { useDraft } from '~/lib/draft'
import { toastDone, toastProblem } from '~/ui/toast'
import { useStale } from '~/ui/useStale'
import { movedTo } from '../circle'
import type { AgentList, AgentRow } from '../model'
import { noteAgents } from '../query'
import { reorderAgents } from '../server'

const idsOf = (list: AgentList) => list.items.map((each) => each.id)

/** The order that stands now, which a refused one is answered with. */
function orderNow(error: unknown): AgentList | null {
  if (!isApiError(error) || error.status !== 409) return null
  const current = (error.body as { current?: Partial<AgentList> } | null)?.current
  const isOrder = typeof current?.order_version === 'number' && Array.isArray(current.items)
  return isOrder ? (current as AgentList) : null
}

/** Whose number a colleague changed, or I. */
function comparedNumbers(seen: readonly string[], now: AgentList, mine: readonly string[]) {
  const numberIn = (ids: readonly string[], id: string) => ids.indexOf(id) + 1 || '–'
  const standing = idsOf(now)
  return now.items.flatMap(({ id, person }) => {
    const [before, present, asked] = [seen, standing, mine].map((ids) => numberIn(ids, id))
    const [moved, touched] = [before !== present, before !== asked]
    if (!moved && !touched) return []
    const row = { key: id, name: person.full_name, seen: before, now: present, moved }
    return [{ ...row, mine: touched ? asked : undefined }]
  })
}

interface Asked {
  order_version: number
  agent_ids: string[]
  /** What to go back to; left out when this is the way back. */
  before?: string[]
}

export interface Order {
  agents: AgentRow[]
  dirty: boolean
  busy: boolean
  canUndo: boolean
  canRedo: boolean
  undo: () => void
  redo: () => void
  /** Moves the agent at a place to another place, counted from nought. */
  move: (from: number, to: number) => void
  save: () => void
  discard: () => void
}

/** The order as arranged on the screen: each move can be undone; it holds once saved as a whole. */
export function useOrder(list: AgentList): Order & { dialog: ReactNode } {
  const { t } = useTranslation()
  const client = useQueryClient()
  const stale = useStale()
  const draft = useDraft<string[]>({ content: idsOf(list), version: list.order_version })
  const rows = new Map(list.items.map((each) => [each.id, each]))
  const standing = idsOf(list)
  useEffect(() => {
    // Somebody else saved an order, or the circle is another: mine is none, or no longer fits.
    const { content, base, dirty } = draft
    const fits =
      content.length === standing.length && standing.every((id) => content.includes(id))
    const moved =
      base.version !== list.order_version || base.content.join() !== standing.join()
    if (moved && (!dirty || !fits))
      draft.replace({ content: standing, version: list.order_version })
  }, [list])
  const saving = useMutation<AgentList, Error, Asked>({
    mutationFn: ({ order_version, agent_ids }) =>
      reorderAgents({ order_version, agent_ids }),
    onSuccess: (saved, { before }): void => {
      noteAgents(client, saved)
      draft.replace({ content: idsOf(saved), version: saved.order_version })
      if (!before) return toastDone(t('followupAgents.orderUndone'))
      const back = { order_version: saved.order_version, agent_ids: before }
      toastDone(t('followupAgents.orderSaved'), () => saving.mutate(back))
    },
    onError: (error, asked): void => {
      noteAgents(client)
      const now = orderNow(error)
      if (!now) return toastProblem(error)
      const seen = asked.before ?? standing
      stale.ask({
        version: now.order_version,
        again: (order_version) => saving.mutate({ ...asked, order_version }),
        rows: comparedNumbers(seen, now, asked.agent_ids),
      })
    },
  })
  return {
    agents: draft.content.flatMap((id, at) => {
      const row = rows.get(id)
      return row ? [{ ...row, number: at + 1 }] : []
    }),
    dirty: draft.dirty,
    busy: saving.isPending,
    canUndo: draft.canUndo,
    canRedo: draft.canRedo,
    undo: draft.undo,
    redo: draft.redo,
    move: (from, to) => draft.change(movedTo(draft.content, from, to)),
    save: () =>
      saving.mutate({
        order_version: draft.base.version,
        agent_ids: draft.content,
        before: draft.base.content,
      }),
    discard: () => draft.replace({ content: standing, version: list.order_version }),
    dialog: stale.dialog,
  }
}
