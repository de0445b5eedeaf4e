import './texts/id/nextActions'

import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { FormDialog } from '~/ui/FormDialog'
import type { Advice } from './query'

interface Props {
  advice: Advice
  onReject: (reason: string) => void
  onClose: () => void
}

/** Rejects advice, with a reason where there is one, and says for how long it stays away. */
export function RejectDialog({ advice, onReject, onClose }: Props) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  return (
    <FormDialog
      title={t('nextActions.rejectTitle', { title: advice.title })}
      text={t('nextActions.rejectText', { count: advice.cooldown_days })}
      action={t('nextActions.reject')}
      busy={false}
      dirty={reason !== ''}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        onReject(reason.trim())
      }}
    >
      <Textarea
        label={t('nextActions.rejectReason')}
        autosize
        minRows={2}
        maxLength={300}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
