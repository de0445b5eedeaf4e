import { useTranslation } from 'react-i18next'

import type { Calendar } from '~/api/models'
import { SidePanel } from '~/ui/SidePanel'
import { ChangeList } from './ChangeList'
import classes from './Panels.module.css'

interface Props {
  calendar: Calendar
  unsaved: boolean
  onClose: () => void
}

/** The saved draft against the version in force. */
export function ChangesPanel({ calendar, unsaved, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <SidePanel label={t('calendars.changesTitle')} title={t('calendars.changesTitle')} onClose={onClose}>
      <div className={classes.body}>
        {unsaved && <p className="muted">{t('calendars.changesUnsaved')}</p>}
        {calendar.published && <ChangeList tall calendarKey={calendar.key} before="published" after="draft" stamp={calendar.draft.version} />}
      </div>
    </SidePanel>
  )
}
