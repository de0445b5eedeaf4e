import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { Revisions } from '~/ui/Revisions'
import { settingRevisionsOptions, settingsQuery } from './query'
import { valueWords } from './value'

/** Every saved change of settings, from what to what. */
export function SettingRevisions() {
  const { t } = useTranslation()
  const known = useQuery(settingsQuery).data?.groups.flatMap((group) => group.items) ?? []
  return (
    <Revisions list={useInfiniteQuery(settingRevisionsOptions())} empty={t('admin.settingsNever')} emptyText={t('admin.settingsNeverText')}>
      {(row) =>
        row.changes.map((change) => {
          const setting = known.find((each) => each.key === change.key)
          const say = (value: unknown) => (setting ? valueWords(t, setting, value) : String(value))
          return (
            <li key={change.key}>
              {change.label}: <span className="muted">{say(change.before)}</span> → {say(change.after)}
              {change.reset && ` (${t('admin.wasReset')})`}
            </li>
          )
        })
      }
    </Revisions>
  )
}
