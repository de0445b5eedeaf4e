import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Confirm } from '~/ui/Confirm'
import { toastDone, toastProblem } from '~/ui/toast'
import { decideItems, type Decision, REVIEWS, type ReviewItem } from './reviews'

interface Props {
  items: ReviewItem[]
  decision: Decision
  onClose: () => void
}

/** Says what confirming or removing does before it is done, and keeps a note with it. */
export function DecideDialog({ items, decision, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [note, setNote] = useState('')
  const done = useMutation({
    mutationFn: () =>
      decideItems(
        items.map(({ id }) => id),
        decision,
        note.trim(),
      ),
    onSuccess: ({ items: results }) => {
      const refused = results.find(({ ok }) => !ok)
      toastDone(refused?.reason ?? t(decision === 'CONFIRMED' ? 'reviews.confirmed' : 'reviews.removed'))
      onClose()
    },
    onError: toastProblem,
    onSettled: () => void client.invalidateQueries({ queryKey: REVIEWS }),
  })
  const name = items[0]?.person.full_name ?? ''
  return (
    <Confirm
      opened
      title={t(decision === 'CONFIRMED' ? 'reviews.confirmTitle' : 'reviews.removeTitle', { name })}
      action={t(decision === 'CONFIRMED' ? 'reviews.confirm' : 'reviews.remove')}
      danger={decision === 'REMOVED'}
      busy={done.isPending}
      onConfirm={() => done.mutate()}
      onClose={onClose}
    >
      <ul style={{ marginBottom: 8 }}>
        {items.map((item) => (
          <li key={item.id}>
            {t(`reviews.kinds.${item.kind}`)}: <strong>{item.name}</strong>
          </li>
        ))}
      </ul>
      <p className="muted" style={{ marginBottom: 14 }}>
        {t(decision === 'CONFIRMED' ? 'reviews.confirmText' : 'reviews.removeText')}
      </p>
      <Textarea label={t('reviews.note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} autosize minRows={2} maxLength={500} />
    </Confirm>
  )
}
