import i18next from 'i18next'

import { date, money } from '~/lib/format'
import type { ConflictRow } from '~/ui/Conflict'
import type { Move, Opportunity } from '../model'
import type { Kind } from '../moves/useMoves'
import { salesKeys } from '../query'
import {
  forgetOpportunity,
  moveOpportunity,
  noteOpportunity,
  opportunityReader,
  undoOpportunity,
} from './query'

/** What a colleague changed meanwhile beside the state that was wanted. */
function compared(seen: Opportunity, now: Opportunity, move: Move): ConflictRow[] {
  const t = i18next.t.bind(i18next)
  const fields: [string, string, string, string, string?][] = [
    ['stage', t('opportunities.fields.stage'), seen.stage_label, now.stage_label, move.to_label],
    [
      'owner',
      t('opportunities.fields.owner'),
      seen.assigned_to?.full_name ?? t('sales.nobody'),
      now.assigned_to?.full_name ?? t('sales.nobody'),
    ],
    ['interest', t('opportunities.fields.interest'), seen.product_interest, now.product_interest],
    [
      'value',
      t('opportunities.fields.value'),
      money(seen.estimated_value),
      money(now.estimated_value),
    ],
    [
      'close',
      t('opportunities.fields.close'),
      date(seen.expected_close_on),
      date(now.expected_close_on),
    ],
  ]
  return fields.flatMap(([key, name, was, is, mine]) =>
    was !== is || mine ? [{ key, name, seen: was, now: is, moved: was !== is, mine }] : [],
  )
}

/** Opportunities as the moves know them. */
export const OPPORTUNITIES: Kind<Opportunity> = {
  boards: salesKeys.opportunityBoards,
  reader: opportunityReader,
  send: moveOpportunity,
  undo: undoOpportunity,
  note: noteOpportunity,
  forget: (client, id) => {
    void client.invalidateQueries({ queryKey: salesKeys.opportunityLists })
    return forgetOpportunity(client, id)
  },
  name: (one) => one.customer.name,
  state: (one) => one.stage_label,
  undoable: (one) => one.can.undo,
  compared,
  given: (one) => ({ won_product_code: one.product?.code }),
}
