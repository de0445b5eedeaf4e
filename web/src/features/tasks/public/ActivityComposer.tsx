// scaffold: leave out (the whole file)
import '../texts/id/activities'
import '../texts/id/tasks'

import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { LeaveGuard } from '~/ui/LeaveGuard'
import type { Activity, Subject } from '../activities'
import { useActivityForm } from '../useActivityForm'
import classes from '../activities.module.css'

interface Props {
  customerId: string
  /** The record that the activity belongs to. */
  subject?: Subject
  onLogged?: (activity: Activity) => void
}

/** One place to log what was done with a customer; Ctrl+Enter saves. */
export function ActivityComposer({ customerId, subject, onLogged }: Props) {
  const { t } = useTranslation()
  const form = useActivityForm({ customerId, subject, onLogged })
  return (
    <form
      noValidate
      className={classes.composer}
      aria-label={t('activities.log')}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit()
      }}
    >
      {form.fields}
      <div className={classes.send}>
        <Button type="submit" loading={form.busy} disabled={!form.dirty}>
          {t('activities.save')}
        </Button>
      </div>
      <LeaveGuard dirty={form.dirty} />
    </form>
  )
}
