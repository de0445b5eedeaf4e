import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { toastDone, toastProblem } from '~/ui/toast'
import { standingVersion, useStale } from '~/ui/useStale'
import type { Lead } from '../model'
import { AssignDialog } from './AssignDialog'
import { assignLead, assignLeads, forgetLead, noteLead } from './query'
import { salesKeys } from '../query'

interface Asked {
  leads: readonly Lead[]
  to: string | null
  version?: number
}

/** Gives leads to colleagues: one against the version that was read, several with an answer for each. */
export function useAssign(
  onResults: (refused: ReadonlyMap<string, string>) => void = () => undefined,
) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const stale = useStale()
  const [asking, setAsking] = useState<readonly Lead[] | null>(null)
  const one = useMutation({
    mutationFn: ({ leads, to, version }: Asked) =>
      assignLead(leads[0]?.id ?? '', version ?? leads[0]?.version ?? 0, to),
    onSuccess: (lead) => {
      setAsking(null)
      noteLead(client, lead)
      void client.invalidateQueries({ queryKey: salesKeys.leadBoards })
      toastDone(
        lead.assigned_to
          ? t('leads.assigned', { name: lead.customer.name, to: lead.assigned_to.full_name })
          : t('leads.queued', { name: lead.customer.name }),
      )
    },
    onError: (error, asked) => {
      const standing = standingVersion(error)
      const [seen] = asked.leads
      if (!seen) return
      void forgetLead(client, seen.id)
      if (!standing) return toastProblem(error)
      const now = standing.current as Lead
      const owner = (lead: Lead) => lead.assigned_to?.full_name ?? t('sales.nobody')
      stale.ask({
        version: standing.version,
        again: (version) => one.mutate({ ...asked, version }),
        rows: [
          {
            key: 'owner',
            name: t('leads.fields.owner'),
            seen: owner(seen),
            now: owner(now),
            moved: owner(seen) !== owner(now),
          },
          {
            key: 'status',
            name: t('leads.fields.status'),
            seen: seen.status_label,
            now: now.status_label,
            moved: seen.status !== now.status,
          },
        ],
      })
    },
  })
  const many = useMutation({
    mutationFn: ({ leads, to }: Asked) =>
      assignLeads(
        leads.map((each) => each.id),
        to,
      ),
    onSuccess: ({ results }) => {
      setAsking(null)
      const refused = results.filter((each) => !each.ok)
      onResults(new Map(refused.map((each) => [each.id, each.reason ?? t('leads.refused')])))
      const done = results.length - refused.length
      if (done > 0) toastDone(t('leads.assignedMany', { count: done }))
    },
    onError: toastProblem,
    onSettled: () => void client.invalidateQueries({ queryKey: salesKeys.leads }),
  })
  const dialog = (
    <>
      {asking && (
        <AssignDialog
          leads={asking}
          busy={one.isPending || many.isPending}
          covered={stale.dialog !== null}
          onAssign={(to) =>
            asking.length === 1
              ? one.mutate({ leads: asking, to })
              : many.mutate({ leads: asking, to })
          }
          onClose={() => setAsking(null)}
        />
      )}
      {stale.dialog}
    </>
  )
  return { ask: setAsking, busy: one.isPending || many.isPending, dialog }
}
