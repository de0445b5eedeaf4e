import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Calendar } from '~/api/models'
import { Confirm } from '~/ui/Confirm'
import { ChangeList } from './ChangeList'

interface Props {
  calendar: Calendar
  busy: boolean
  onApprove: (note: string) => void
  onClose: () => void
}

/** Shows what the approval changes, and keeps what it rests on. */
export function ApproveDialog({ calendar, busy, onApprove, onClose }: Props) {
  const { t } = useTranslation()
  const [note, setNote] = useState('')
  const published = calendar.published
  return (
    <Confirm
      opened
      title={t('calendars.approveTitle', { number: (published?.number ?? 0) + 1 })}
      action={t('calendars.approve')}
      busy={busy}
      onConfirm={() => onApprove(note.trim())}
      onClose={onClose}
    >
      <div style={{ display: 'grid', gap: 14 }}>
        <p>{t('calendars.approveText')}</p>
        {published ? (
          <ChangeList calendarKey={calendar.key} before="published" after="draft" stamp={calendar.draft.version} />
        ) : (
          <p className="muted">{t('calendars.approveFirst')}</p>
        )}
        <Textarea
          label={t('calendars.approveNote')}
          placeholder={t('calendars.approveNotePlaceholder')}
          rows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          data-autofocus
        />
      </div>
    </Confirm>
  )
}
