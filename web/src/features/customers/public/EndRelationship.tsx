import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Customer, Relationship } from '~/api/models'
import { DayInput } from '~/ui/DayInput'
import { ReasonDialog } from '~/ui/ReasonDialog'
import { editsOf, useEdit } from '../stewardship'

interface Props {
  customer: Customer
  relationship: Relationship
  /** A tie that was never true is taken out; one that was ends. */
  act: 'end' | 'reopen' | 'remove'
  onSaved: () => void
  onClose: () => void
}

const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' }).format(new Date())

export function EndRelationship({ customer, relationship, act, onSaved, onClose }: Props) {
  const { t } = useTranslation()
  const [day, setDay] = useState(today)
  const [error, setError] = useState<string>()
  const run = useEdit(customer, onSaved, (fields) => setError(fields.valid_to))
  const edits = editsOf(customer.customer_id)
  const id = relationship.relationship_id
  const before = relationship.valid_to ?? null
  const edit = {
    end: { edit: edits.endTie(id, day), undo: edits.endTie(id, before) },
    reopen: { edit: edits.endTie(id, null), undo: edits.endTie(id, before) },
    remove: { edit: edits.removeTie(id) },
  }[act]
  return (
    <ReasonDialog
      title={t(`customers.ties.${act}.title`)}
      text={t(`customers.ties.${act}.text`, { name: relationship.customer.name ?? relationship.customer.masked })}
      action={t(`customers.ties.${act}.title`)}
      busy={run.isPending}
      blocked={act === 'end' && !day}
      onClose={onClose}
      onSubmit={(reason) => run.mutate({ ...edit, reason, done: t(`customers.ties.${act}.done`) }, { onSuccess: onClose })}
    >
      {act === 'end' && <DayInput label={t('customers.ties.until')} value={day} error={error} onChange={(value) => setDay(value ?? '')} />}
    </ReasonDialog>
  )
}
