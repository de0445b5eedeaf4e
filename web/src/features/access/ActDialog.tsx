import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { isApiError, unwrap } from '~/api/problem'
import { Confirm } from '~/ui/Confirm'
import { RequestId } from '~/ui/states'
import { toastDone } from '~/ui/toast'
import { forgetAccess } from './public/grant'
import type { Access } from './query'

export type Act = 'approve' | 'reject' | 'self_approve' | 'withdraw' | 'end' | 'revoke'

const DONE = { approve: 'approved', reject: 'rejected', self_approve: 'self_approved', withdraw: 'withdrawn', end: 'ended', revoke: 'revoked' } as const
/** How many characters of explanation each takes at least; the others need none. */
const WORDS: Partial<Record<Act, number>> = { reject: 3, revoke: 3, self_approve: 20 }

interface Props {
  request: Access
  act: Act
  onClose: () => void
}

function send(act: Act, request_id: string, note: string) {
  const params = { path: { request_id } }
  const options = { params, body: { note } }
  switch (act) {
    case 'approve':
      return unwrap(api.POST('/api/v1/break-glass/{request_id}/approve', options))
    case 'reject':
      return unwrap(api.POST('/api/v1/break-glass/{request_id}/reject', options))
    case 'self_approve':
      return unwrap(api.POST('/api/v1/break-glass/{request_id}/self-approve', options))
    case 'revoke':
      return unwrap(api.POST('/api/v1/break-glass/{request_id}/revoke', options))
    case 'withdraw':
      return unwrap(api.POST('/api/v1/break-glass/{request_id}/withdraw', { params }))
    case 'end':
      return unwrap(api.POST('/api/v1/break-glass/{request_id}/end', { params }))
  }
}

/** Says what the step does before it is done, and keeps a note with it. */
export function ActDialog({ request, act, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [note, setNote] = useState('')
  const least = WORDS[act] ?? 0
  const done = useMutation({
    mutationFn: () => send(act, request.id, note.trim()),
    onSuccess: () => {
      toastDone(t(`access.${DONE[act]}`))
      onClose()
    },
    onSettled: () => forgetAccess(client),
  })
  const error = isApiError(done.error) ? done.error : null
  return (
    <Confirm
      opened
      title={t(`access.${act}Title`)}
      action={t(`access.${act}`)}
      danger={act === 'reject' || act === 'revoke' || act === 'self_approve'}
      busy={done.isPending}
      disabled={note.trim().length < least}
      onConfirm={() => done.mutate()}
      onClose={onClose}
    >
      <p>
        <strong>{request.customer ? request.customer.name : t('access.sampleOf', { count: request.sample?.size ?? 0 })}</strong>: {request.reason_name},{' '}
        {t('access.minutesValue', { count: request.minutes })}, {t('access.tier')} {request.tier}
      </p>
      {act === 'approve' && <p style={{ marginTop: 6, whiteSpace: 'pre-line' }}>“{request.reason}”</p>}
      <p className="muted" style={{ margin: '8px 0 14px' }}>
        {t(`access.${act}Text`, { minutes: request.minutes })}
      </p>
      {act !== 'withdraw' && act !== 'end' && (
        <Textarea
          label={t('access.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          rows={2}
          maxLength={500}
          required={least > 0}
          error={error?.fields.note?.join(' ')}
          data-autofocus
        />
      )}
      {error && !error.fields.note && (
        <p role="alert" style={{ color: 'var(--s-critical)', marginTop: 8 }}>
          {[error.title, error.detail].filter((part, index, all) => part && all.indexOf(part) === index).join(' ')}
        </p>
      )}
      {error && <RequestId id={error.requestId} />}
    </Confirm>
  )
}
