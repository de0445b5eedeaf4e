import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import type { Changes, Customer } from '~/api/models'
import { useLabel } from '~/lib/labels'
import { Chip } from '~/ui/Chip'
import { Dialog } from '~/ui/Dialog'
import { useChangeWords } from './public/changeWords'
import classes from './ConflictDialog.module.css'

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

/** Both versions side by side; nothing is overwritten unless the user says so here. */
export function ConflictDialog({ current, opened, changes, busy, onKeep, onDiscard, onClose }: Props) {
  const { t } = useTranslation()
  const label = useLabel()
  const words = useChangeWords()
  const of = (customer: Partial<Customer>, field: string) => customer[(MASKED[field] ?? field) as keyof Customer]
  // The user's own fields first; then what somebody else changed meanwhile.
  const others = Object.keys(t('customers.fields', { returnObjects: true })).filter(
    (field) => !(field in changes) && of(current, field) !== undefined && words(field, of(current, field)) !== words(field, of(opened, field)),
  )
  return (
    <Dialog opened onClose={onClose} size={620} title={t('customers.conflictTitle')}>
      <p className="muted">{t('customers.conflictText')}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('customers.conflictField')}</th>
            <th scope="col">{t('customers.conflictServer')}</th>
            <th scope="col">{t('customers.conflictMine')}</th>
          </tr>
        </thead>
        <tbody>
          {[...Object.keys(changes), ...others].map((field) => {
            const server = words(field, of(current, field))
            const moved = of(current, field) !== undefined && server !== words(field, of(opened, field))
            return (
              <tr key={field}>
                <th scope="row">{label('customers.fields', field)}</th>
                <td>
                  {server} {moved && <Chip tone="warning">{t('customers.conflictChanged')}</Chip>}
                </td>
                <td>{field in changes ? <strong>{words(field, changes[field])}</strong> : <span className="muted">{t('customers.unchanged')}</span>}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <div style={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: 8, marginTop: 20 }}>
        <Button variant="default" onClick={onDiscard}>
          {t('customers.conflictDiscard')}
        </Button>
        <Button onClick={onKeep} loading={busy}>
          {t('customers.conflictKeep')}
        </Button>
      </div>
    </Dialog>
  )
}
