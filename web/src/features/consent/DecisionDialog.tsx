import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { isApiError, unwrap } from '~/api/problem'
import { FormDialog } from '~/ui/FormDialog'
import { RequestId } from '~/ui/states'
import { toastDone } from '~/ui/toast'
import { type ConsentRequest, renewConsents } from './query'

export type Decision = 'approve' | 'reject' | 'withdraw'

interface Props {
  request: ConsentRequest
  decision: Decision
  onClose: () => void
}

const LEAST = 10

/** Says what the decision does, and asks why where it refuses. */
export function DecisionDialog({ request, decision, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const short = decision === 'reject' && note.trim().length < LEAST
  const decide = useMutation({
    mutationFn: () => {
      const params = { path: { request_id: request.request_id } }
      if (decision === 'approve') return unwrap(api.POST('/api/v1/consent-requests/{request_id}/approve', { params, body: { note: note.trim() } }))
      if (decision === 'reject') return unwrap(api.POST('/api/v1/consent-requests/{request_id}/reject', { params, body: { note: note.trim() } }))
      return unwrap(api.POST('/api/v1/consent-requests/{request_id}/withdraw', { params }))
    },
    onSuccess: () => {
      toastDone(t(`consent.decided.${decision}`))
      onClose()
    },
    onSettled: () => renewConsents(client, request.customer.id),
  })
  const error = isApiError(decide.error) ? decide.error : null
  return (
    <FormDialog
      title={t(`consent.decideTitle.${decision}`)}
      text={t(`consent.decideText.${decision}`)}
      action={t(decision === 'withdraw' ? 'consent.takeBack' : `consent.${decision}`)}
      dirty={note !== '' && !decide.isSuccess}
      busy={decide.isPending}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!short) decide.mutate()
      }}
    >
      <p>
        <strong>{request.customer.name}</strong>: {[request.purpose, request.channel_name].filter(Boolean).join(', ')}
      </p>
      {decision !== 'withdraw' && (
        <Textarea
          label={t('consent.note')}
          value={note}
          rows={2}
          maxLength={500}
          data-autofocus
          error={tried && short ? t('common.atLeast', { count: LEAST }) : undefined}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
      {error && (
        <p role="alert" style={{ color: 'var(--s-critical)' }}>
          {[error.title, error.detail].filter((part, index, all) => part && all.indexOf(part) === index).join(' ')}
        </p>
      )}
      {error && <RequestId id={error.requestId} />}
    </FormDialog>
  )
}
