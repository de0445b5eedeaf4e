import { useTranslation } from 'react-i18next'

import type { Changes, Customer } from '~/api/models'
import { useLabel } from '~/lib/labels'
import { Conflict } from '~/ui/Conflict'
import { useChangeWords } from './public/changeWords'

interface Props {
  /** What the server holds now, masked. */
  current: Partial<Customer>
  /** What the form was opened with. */
  opened: Customer
  changes: Changes
  busy: boolean
  onKeep: () => void
  onDiscard: () => void
  onClose: () => void
}

const MASKED: Record<string, keyof Customer> = { phone_e164: 'phone_masked', email: 'email_masked', birth_date: 'birth_date_masked' }

/** A customer that somebody else changed meanwhile: the user's own fields first, then theirs. */
export function ConflictDialog({ current, opened, changes, busy, onKeep, onDiscard, onClose }: Props) {
  const { t } = useTranslation()
  const label = useLabel()
  const words = useChangeWords()
  const of = (customer: Partial<Customer>, field: string) => customer[(MASKED[field] ?? field) as keyof Customer]
  const moved = (field: string) => of(current, field) !== undefined && words(field, of(current, field)) !== words(field, of(opened, field))
  const others = Object.keys(t('customers.fields', { returnObjects: true })).filter((field) => !(field in changes) && moved(field))
  return (
    <Conflict
      title={t('customers.conflictTitle')}
      text={t('customers.conflictText')}
      columns={{ name: t('customers.conflictField'), now: t('customers.conflictServer'), mine: t('customers.conflictMine') }}
      rows={[...Object.keys(changes), ...others].map((field) => ({
        key: field,
        name: label('customers.fields', field),
        now: words(field, of(current, field)),
        moved: moved(field),
        mine: field in changes ? <strong>{words(field, changes[field])}</strong> : undefined,
      }))}
      take={t('customers.conflictDiscard')}
      keep={t('customers.conflictKeep')}
      busy={busy}
      onTake={onDiscard}
      onKeep={onKeep}
      onClose={onClose}
    />
  )
}
