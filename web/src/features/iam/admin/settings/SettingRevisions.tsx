import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { IconHistory } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { dateTime } from '~/lib/format'
import { flatten, useSentinel } from '~/lib/keyset'
import { Bone } from '~/ui/Bone'
import { Section } from '~/ui/Section'
import { Problem, State } from '~/ui/states'
import { settingRevisionsOptions, settingsQuery } from './query'
import { valueWords } from './value'

/** Every saved change of settings: when, by whom, why, from what to what. */
export function SettingRevisions() {
  const { t } = useTranslation()
  const list = useInfiniteQuery(settingRevisionsOptions())
  const known = useQuery(settingsQuery).data?.groups.flatMap((group) => group.items) ?? []
  const more = useSentinel(() => void list.fetchNextPage(), list.hasNextPage && !list.isFetchingNextPage && !list.isError)
  const rows = flatten(list.data)
  if (list.isError && !list.data) return <Problem error={list.error} onRetry={() => void list.refetch()} />
  if (list.isPending) return <Bone height={120} />
  if (rows.length === 0) {
    return (
      <State icon={<IconHistory />} title={t('admin.settingsNever')}>
        <p>{t('admin.settingsNeverText')}</p>
      </State>
    )
  }
  return (
    <>
      {rows.map((row) => (
        <Section key={row.number} title={`${dateTime(row.changed_at)} · ${row.changed_by?.full_name ?? '–'}`}>
          <p className="muted">{row.reason}</p>
          <ul style={{ marginTop: 6 }}>
            {row.changes.map((change) => {
              const setting = known.find((each) => each.key === change.key)
              const say = (value: unknown) => (setting ? valueWords(t, setting, value) : String(value))
              return (
                <li key={change.key}>
                  {change.label}: <span className="muted">{say(change.before)}</span> → {say(change.after)}
                  {change.reset && ` (${t('admin.wasReset')})`}
                </li>
              )
            })}
          </ul>
        </Section>
      ))}
      <div ref={more} />
    </>
  )
}
