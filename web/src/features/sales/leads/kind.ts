import i18next from 'i18next'

import { money } from '~/lib/format'
import type { ConflictRow } from '~/ui/Conflict'
import type { Lead, Move } from '../model'
import type { Kind } from '../moves/useMoves'
import { salesKeys } from '../query'
import { forgetLead, leadReader, moveLead, noteLead, undoLead } from './query'

const amount = (value: string | null) => (value === null ? '–' : money(value))

/** What a colleague changed meanwhile beside the state that was wanted. */
function compared(seen: Lead, now: Lead, move: Move): ConflictRow[] {
  const t = i18next.t.bind(i18next)
  const fields: [string, string, string, string, string?][] = [
    ['status', t('leads.fields.status'), seen.status_label, now.status_label, move.to_label],
    [
      'owner',
      t('leads.fields.owner'),
      seen.assigned_to?.full_name ?? t('sales.nobody'),
      now.assigned_to?.full_name ?? t('sales.nobody'),
    ],
    ['interest', t('leads.fields.interest'), seen.interest || '–', now.interest || '–'],
    ['product', t('leads.fields.product'), seen.product?.name ?? '–', now.product?.name ?? '–'],
    ['value', t('leads.fields.value'), amount(seen.estimated_value), amount(now.estimated_value)],
    ['note', t('leads.fields.note'), seen.note || '–', now.note || '–'],
  ]
  return fields.flatMap(([key, name, was, is, mine]) =>
    was !== is || mine ? [{ key, name, seen: was, now: is, moved: was !== is, mine }] : [],
  )
}

/** Leads as the moves know them. */
export const LEADS: Kind<Lead> = {
  boards: salesKeys.leadBoards,
  reader: leadReader,
  send: moveLead,
  undo: undoLead,
  note: noteLead,
  forget: (client, id) => {
    void client.invalidateQueries({ queryKey: salesKeys.leadLists })
    return forgetLead(client, id)
  },
  name: (lead) => lead.customer.name,
  state: (lead) => lead.status_label,
  undoable: (lead) => lead.can.undo,
  compared,
}
