import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { Calendar } from '~/api/models'
import { date } from '~/lib/format'
import { Keys } from '~/ui/Keys'
import { Ago } from '~/ui/Time'
import { countChanges } from './content'
import type { Draft } from './useDraft'
import classes from './DraftBar.module.css'

interface Props {
  calendar: Calendar
  draft: Draft
  saving: boolean
  onSave: () => void
  onApprove: () => void
  onDiscard: () => void
  onChanges: () => void
}

/** Where the screen stands against what is in force, and the way forward and back. */
export function DraftBar({ calendar, draft, saving, onSave, onApprove, onDiscard, onChanges }: Props) {
  const { t } = useTranslation()
  const published = calendar.published
  const standing = useStanding(published)
  const changes = published ? countChanges(published.content, draft.content) : 0
  const pending = draft.dirty || calendar.draft.changed
  if (!calendar.can.edit) {
    return <p className={classes.quiet}>{[standing, calendar.archived_at ? t('calendars.isArchived') : t('calendars.readOnly')].filter(Boolean).join('. ')}</p>
  }
  const tip = (label: string, keys: string) => (
    <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center' }}>
      {label} <Keys keys={keys} />
    </span>
  )
  return (
    <div className={classes.bar} data-pending={pending || undefined} role="region" aria-label={t('calendars.draft')}>
      <div className={classes.words}>
        <span className={classes.strong}>
          {!pending && published
            ? standing
            : published
              ? t('calendars.draftOf', { changes: t('calendars.changes', { count: changes }), number: published.number })
              : t('calendars.draftNew')}
        </span>
        {draft.dirty ? (
          <span className={classes.unsaved}>{t('calendars.unsaved')}</span>
        ) : (
          calendar.draft.changed &&
          calendar.draft.updated_by &&
          calendar.draft.updated_at && (
            <span className="muted">
              {t('calendars.savedAgo', { name: calendar.draft.updated_by.full_name })}, <Ago at={calendar.draft.updated_at} />
            </span>
          )
        )}
        {published && pending && (
          <button type="button" className={classes.link} onClick={onChanges}>
            {t('calendars.showChanges')}
          </button>
        )}
      </div>
      <div className={classes.acts} hidden={!pending && !draft.canUndo && !draft.canRedo}>
        <Tooltip label={tip(t('calendars.undo'), 'mod+z')}>
          <ActionIcon aria-label={t('calendars.undo')} disabled={!draft.canUndo} onClick={draft.undo}>
            <IconArrowBackUp size={16} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={tip(t('calendars.redo'), 'mod+shift+z')}>
          <ActionIcon aria-label={t('calendars.redo')} disabled={!draft.canRedo} onClick={draft.redo}>
            <IconArrowForwardUp size={16} />
          </ActionIcon>
        </Tooltip>
        {published && pending && (
          <Button variant="subtle" color="gray" onClick={onDiscard}>
            {t('calendars.discard')}
          </Button>
        )}
        <Tooltip label={tip(t('calendars.save'), 'mod+s')}>
          <Button variant="default" disabled={!draft.dirty} loading={saving} onClick={onSave}>
            {t('calendars.save')}
          </Button>
        </Tooltip>
        <Button disabled={!pending} onClick={onApprove}>
          {t('calendars.approve')}…
        </Button>
      </div>
    </div>
  )
}

/** What is in force, since when and by whom. */
function useStanding(published: Calendar['published']): string {
  const { t } = useTranslation()
  if (!published) return t('calendars.neverApproved')
  return `${t('calendars.versionSince', { number: published.number, date: date(published.at) })}, ${t('calendars.approvedBy', { name: published.by.full_name })}`
}
