import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import { On } from '~/ui/Time'
import type { Consent } from './query'
import { StatusChip } from './StatusChip'
import frame from '~/ui/List.module.css'

/** One thing that a customer said, and who wrote it down on what proof. */
export const ConsentRow = memo(function ConsentRow({ consent }: { consent: Consent }) {
  const { t } = useTranslation()
  return (
    <li className={frame.item}>
      <div className={frame.status}>
        <StatusChip status={consent.status} />
      </div>
      <div>
        <span className={frame.name}>{[consent.purpose, consent.channel_name].filter(Boolean).join(', ')}</span>
        {consent.reason && <p>“{consent.reason}”</p>}
        {consent.notes && <p>{consent.notes}</p>}
        <p className={frame.who}>
          {t('consent.how', { channel: consent.captured_channel_name, method: consent.verification_method_name })}
          {consent.wording_number !== null && `, ${t('consent.wordingNumber', { number: consent.wording_number })}`}
          {consent.old_status && `, ${t('consent.from', { status: t(`consent.status.${consent.old_status}`).toLowerCase() })}`}
        </p>
      </div>
      <p className={frame.who}>
        {consent.captured_by && t('consent.recordedBy', { name: consent.captured_by.full_name })}
        {consent.approved_by && `, ${t('consent.approvedBy', { name: consent.approved_by.full_name })}`}, <On at={consent.effective_at} />
      </p>
    </li>
  )
})
