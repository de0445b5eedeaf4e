import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { isApiError } from '~/api/problem'
import { Confirm } from '~/ui/Confirm'
import { toastDone } from '~/ui/toast'
import { type Act, decide, type Proposal, titleOf } from './query'
import { Refused } from './Refused'

const DONE = { approve: 'approved', decline: 'declined', withdraw: 'withdrawn' } as const
/** A proposer is told why; the other acts speak for themselves. */
const LEAST: Record<Act, number> = { approve: 0, decline: 3, withdraw: 0 }

interface Props {
  proposal: Proposal
  act: Act
  onClose: () => void
}

/** Says what the decision does before it is made, and keeps a note with it. */
export function ActDialog({ proposal, act, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [note, setNote] = useState('')
  const done = useMutation({
    mutationFn: () => decide(act, proposal, note.trim()),
    onSuccess: (next) => {
      // What was approved may have become impossible meanwhile; then the page says that nothing of it was done.
      if (act !== 'approve' || next.status === 'APPLIED') toastDone(t(`control.${DONE[act]}`))
      onClose()
    },
    // An approved change may show anywhere.
    onSettled: () => void client.invalidateQueries(),
  })
  const error = isApiError(done.error) ? done.error : null
  return (
    <Confirm
      opened
      title={t(`control.${act}Title`)}
      action={t(`control.${act}`)}
      danger={act === 'decline'}
      busy={done.isPending}
      disabled={note.trim().length < LEAST[act]}
      onConfirm={() => done.mutate()}
      onClose={onClose}
    >
      <p>
        <strong>{titleOf(proposal)}</strong>
      </p>
      <p className="muted" style={{ margin: '8px 0 14px' }}>
        {t(`control.${act}Text`)}
      </p>
      {act !== 'withdraw' && (
        <Textarea
          label={t(act === 'decline' ? 'control.why' : 'control.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={500}
          required={LEAST[act] > 0}
          error={error?.fields.note?.join(' ')}
          data-autofocus
        />
      )}
      <Refused error={error?.fields.note ? null : error} />
    </Confirm>
  )
}
