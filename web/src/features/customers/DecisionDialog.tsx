import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import type { ChangeRequest } from '~/api/models'
import { isApiError, unwrap } from '~/api/problem'
import { Confirm } from '~/ui/Confirm'
import { RequestId } from '~/ui/states'
import { toastDone } from '~/ui/toast'
import { useChangeSentence } from './public/changeWords'

export type Decision = 'approve' | 'reject' | 'withdraw'

interface Props {
  request: ChangeRequest
  decision: Decision
  onDecided: () => void
  onClose: () => void
}

/** Says what the decision does and how to take it back, and keeps a note with it. */
export function DecisionDialog({ request, decision, onDecided, onClose }: Props) {
  const { t } = useTranslation()
  const sentence = useChangeSentence()
  const client = useQueryClient()
  const [note, setNote] = useState('')
  const decide = useMutation({
    mutationFn: () => {
      const params = { path: { change_request_id: request.request_id } }
      const options = { params, body: { note: note.trim() } }
      if (decision === 'approve') return unwrap(api.POST('/api/v1/change-requests/{change_request_id}/approve', options))
      if (decision === 'reject') return unwrap(api.POST('/api/v1/change-requests/{change_request_id}/reject', options))
      return unwrap(api.POST('/api/v1/change-requests/{change_request_id}/withdraw', { params }))
    },
    onSuccess: () => {
      toastDone(t(decision === 'approve' ? 'customers.approved' : decision === 'reject' ? 'customers.rejected' : 'customers.withdrawn'))
      onDecided()
      onClose()
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['change-requests'] })
      if (decision === 'approve') void client.invalidateQueries({ queryKey: ['customer360', request.customer_id] })
    },
  })
  const error = isApiError(decide.error) ? decide.error : null
  return (
    <Confirm
      opened
      title={t(`customers.${decision}Title`)}
      action={t(`customers.${decision}`)}
      danger={decision === 'reject'}
      busy={decide.isPending}
      disabled={decision === 'reject' && !note.trim()}
      onConfirm={() => decide.mutate()}
      onClose={onClose}
    >
      <p>
        <strong>{request.customer_name}</strong>:{' '}
        {request.changes.map(sentence).join('; ')}
      </p>
      <p className="muted" style={{ margin: '8px 0 14px' }}>
        {t(`customers.${decision}Text`)}
      </p>
      {decision !== 'withdraw' && (
        <Textarea
          label={t('customers.decisionNote')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          rows={2}
          maxLength={500}
          data-autofocus
        />
      )}
      {error && (
        <p role="alert" style={{ color: 'var(--s-critical)', marginTop: 8 }}>
          {[error.title, error.detail].filter((part, index, all) => part && all.indexOf(part) === index).join(' ')}
        </p>
      )}
      {error && <RequestId id={error.requestId} />}
    </Confirm>
  )
}
