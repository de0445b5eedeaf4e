import { SegmentedControl, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { isApiError } from '~/api/problem'
import { Confirm } from '~/ui/Confirm'
import { RequestId } from '~/ui/states'
import { toastDone } from '~/ui/toast'
import { accessKeys } from './public/grant'
import type { Finding } from './query'

interface Props {
  title: string
  text?: string
  done: string
  /** A concern always takes words; being in order may. */
  least: (finding: Finding) => number
  start?: { finding: Finding; note: string }
  send: (finding: Finding, note: string) => Promise<unknown>
  onClose: () => void
}

/** What a compliance officer saw: in order, or something to follow up. */
export function ReviewDialog({ title, text, done, least, start, send, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [finding, setFinding] = useState<Finding>(start?.finding ?? 'FINE')
  const [note, setNote] = useState(start?.note ?? '')
  const saving = useMutation({
    mutationFn: () => send(finding, note.trim()),
    onSuccess: () => {
      toastDone(done)
      void client.invalidateQueries({ queryKey: accessKeys.all })
      onClose()
    },
  })
  const error = isApiError(saving.error) ? saving.error : null
  return (
    <Confirm
      opened
      title={title}
      action={t('common.save')}
      busy={saving.isPending}
      disabled={note.trim().length < least(finding)}
      onConfirm={() => saving.mutate()}
      onClose={onClose}
    >
      {text && (
        <p className="muted" style={{ marginBottom: 14 }}>
          {text}
        </p>
      )}
      <SegmentedControl
        fullWidth
        aria-label={t('access.verdict')}
        value={finding}
        onChange={(value) => setFinding(value as Finding)}
        data={(['FINE', 'CONCERN'] as const).map((value) => ({ value, label: t(`access.finding.${value}`) }))}
      />
      <Textarea
        mt={12}
        label={t('access.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        rows={3}
        maxLength={500}
        error={error?.fields.note?.join(' ')}
        data-autofocus
      />
      {error && !error.fields.note && (
        <p role="alert" style={{ color: 'var(--s-critical)', marginTop: 8 }}>
          {error.title}
        </p>
      )}
      {error && <RequestId id={error.requestId} />}
    </Confirm>
  )
}
