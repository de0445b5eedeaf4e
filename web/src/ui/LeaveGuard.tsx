import { useTranslation } from 'react-i18next'

import { useLeaveBlocker } from '~/lib/unsaved'
import { Confirm } from './Confirm'

/** Asks before a page is left on which something has not been saved; another view of the same page is no leaving. */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  const { t } = useTranslation()
  const blocker = useLeaveBlocker(dirty, { samePage: true })
  if (blocker.status !== 'blocked') return null
  return (
    <Confirm opened danger title={t('common.unsavedTitle')} action={t('common.unsavedLeave')} stay={t('common.unsavedStay')} onConfirm={blocker.proceed} onClose={blocker.reset}>
      <p>{t('common.unsavedText')}</p>
    </Confirm>
  )
}
