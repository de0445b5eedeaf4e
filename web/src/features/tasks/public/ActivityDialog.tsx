// scaffold: leave out (the whole file)
import '../texts/id/activities'
import '../texts/id/tasks'

import { Input } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { CustomerPicker } from '~/features/customers/public/CustomerPicker'
import { useMe } from '~/features/iam/public/me'
import { may } from '~/lib/permissions'
import { useMade } from '~/lib/useMade'
import { FormDialog } from '~/ui/FormDialog'
import { useActivityForm } from '../useActivityForm'
import { ActivityList } from './ActivityList'
import classes from '../activities.module.css'

interface Props {
  /** With whom it was, where that is known; else the dialog asks. */
  customerId?: string
  onClose: () => void
}

/** An activity is logged over any page. */
export function ActivityDialog({ customerId, onClose }: Props) {
  const { t } = useTranslation()
  const [customer, setCustomer] = useState(customerId)
  const form = useActivityForm({ customerId: customer })
  const reads = may(useMe(), 'activity', 'R')
  useMade(form.made, onClose)
  return (
    <FormDialog
      title={t('activities.log')}
      action={t('activities.save')}
      dirty={form.dirty}
      busy={form.busy}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
      onClose={onClose}
    >
      {!customerId && (
        <div>
          <CustomerPicker customerId={customer} onCustomer={setCustomer} />
          {form.wrong.customer_id && <Input.Error mt={5}>{form.wrong.customer_id}</Input.Error>}
        </div>
      )}
      {form.fields}
      {customer && reads && (
        <section aria-label={t('activities.latest')}>
          <p className={classes.kind}>{t('activities.latest')}</p>
          <ActivityList customerId={customer} few={3} />
        </section>
      )}
    </FormDialog>
  )
}
