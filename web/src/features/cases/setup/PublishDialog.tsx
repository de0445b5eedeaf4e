import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { dayKey } from '~/lib/format'
import { Confirm } from '~/ui/Confirm'
import { DayInput } from '~/ui/DayInput'
import { Differences } from './Differences'
import { contentOf } from './content'
import type { LevelContent, LevelDetail } from './query'

interface Props {
  level: LevelDetail
  busy: boolean
  error: string | undefined
  onPublish: (effective_from: string, note: string) => void
  onClose: () => void
}

/** Shows what will hold from which day, and keeps what it rests on. */
export function PublishDialog({ level, busy, error, onPublish, onClose }: Props) {
  const { t } = useTranslation()
  const [day, setDay] = useState<string | null>(() => dayKey(new Date()))
  const [note, setNote] = useState('')
  return (
    <Confirm
      opened
      title={t('levels.publishTitle', { number: (level.versions[0]?.number ?? 0) + 1 })}
      action={t('levels.publish')}
      busy={busy}
      disabled={!day}
      onConfirm={() => day && onPublish(day, note.trim())}
      onClose={onClose}
    >
      <div style={{ display: 'grid', gap: 14 }}>
        <p className="muted">{t('levels.publishText')}</p>
        <Differences before={(level.content ?? null) as LevelContent | null} after={contentOf(level)} />
        <DayInput label={t('levels.effectiveFrom')} defaultLevel="month" minDate={dayKey(new Date())} maxDate={undefined} clearable={false} value={day} error={error} onChange={setDay} />
        <Textarea label={t('levels.note')} rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </div>
    </Confirm>
  )
}
