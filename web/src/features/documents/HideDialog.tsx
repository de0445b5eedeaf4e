import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { date } from '~/lib/format'
import { Confirm } from '~/ui/Confirm'
import { toastDone } from '~/ui/toast'
import classes from './documents.module.css'
import { type Document, documentKeys } from './public/query'
import { sentence } from './upload'

const LEAST = 10

/** Says what removing means, and keeps a reason with it. */
export function HideDialog({ document, onClose }: { document: Document; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const hide = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/documents/{document_id}/hide', { params: { path: { document_id: document.id } }, body: { reason: reason.trim() } })),
    onSuccess: () => {
      toastDone(t('documents.hidden'))
      void client.invalidateQueries({ queryKey: documentKeys.of(document) })
      onClose()
    },
  })
  return (
    <Confirm
      opened
      danger
      title={t('documents.hideTitle')}
      action={t('documents.hideAction')}
      busy={hide.isPending}
      disabled={reason.trim().length < LEAST}
      onConfirm={() => hide.mutate()}
      onClose={onClose}
    >
      <p>
        <strong>{document.title}</strong>
      </p>
      <p className="muted" style={{ margin: '8px 0 14px' }}>
        {t('documents.hideText', { date: date(document.keep_until) })}
      </p>
      <Textarea
        label={t('documents.hideReason')}
        description={t('documents.hideReasonHelp')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        rows={2}
        maxLength={300}
        data-autofocus
      />
      {hide.isError && (
        <p role="alert" className={classes.error}>
          {sentence(hide.error)}
        </p>
      )}
    </Confirm>
  )
}
