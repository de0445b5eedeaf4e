import { useTranslation } from 'react-i18next'

import type { Calendar, CalendarContent } from '~/api/models'
import type { Draft } from '~/lib/draft'
import { date } from '~/lib/format'
import { DraftBar as Bar, Standing } from '~/ui/DraftBar'
import { Ago } from '~/ui/Time'
import { countChanges } from './content'

interface Props {
  calendar: Calendar
  draft: Draft<CalendarContent>
  saving: boolean
  onSave: () => void
  onApprove: () => void
  onDiscard: () => void
  onChanges: () => void
}

/** Where the calendar on the screen stands against the one in force. */
export function DraftBar({ calendar, draft, saving, onSave, onApprove, onDiscard, onChanges }: Props) {
  const { t } = useTranslation()
  const published = calendar.published
  const standing = useStanding(published)
  const changes = published ? countChanges(published.content, draft.content) : 0
  const pending = draft.dirty || calendar.draft.changed
  if (!calendar.can.edit) {
    return <Standing>{[standing, calendar.archived_at ? t('calendars.isArchived') : t('calendars.readOnly')].filter(Boolean).join('. ')}</Standing>
  }
  const { updated_by: by, updated_at: at } = calendar.draft
  return (
    <Bar
      label={t('calendars.draft')}
      standing={
        !pending && published
          ? standing
          : published
            ? t('calendars.draftOf', { changes: t('calendars.changes', { count: changes }), number: published.number })
            : t('calendars.draftNew')
      }
      saved={
        calendar.draft.changed &&
        by &&
        at && (
          <span className="muted">
            {t('calendars.savedAgo', { name: by.full_name })}, <Ago at={at} />
          </span>
        )
      }
      draft={draft}
      pending={pending}
      saving={saving}
      approve={t('calendars.approve')}
      onSave={onSave}
      onApprove={onApprove}
      onDiscard={published ? onDiscard : undefined}
      onChanges={published ? onChanges : undefined}
    />
  )
}

/** What is in force, since when and by whom. */
function useStanding(published: Calendar['published']): string {
  const { t } = useTranslation()
  if (!published) return t('calendars.neverApproved')
  return `${t('calendars.versionSince', { number: published.number, date: date(published.at) })}, ${t('calendars.approvedBy', { name: published.by.full_name })}`
}
