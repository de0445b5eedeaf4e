import { useInfiniteQuery } from '@tanstack/react-query'
import { IconHistory } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { dateTime } from '~/lib/format'
import { flatten, useSentinel } from '~/lib/keyset'
import { Bone } from '~/ui/Bone'
import { Section } from '~/ui/Section'
import { Problem, State } from '~/ui/states'
import { revisionsOptions } from '../query'

/** Every saved change of the table: when, by whom, why, and what it did. */
export function Revisions() {
  const { t } = useTranslation()
  const list = useInfiniteQuery(revisionsOptions())
  const more = useSentinel(() => void list.fetchNextPage(), list.hasNextPage && !list.isFetchingNextPage && !list.isError)
  const rows = flatten(list.data)
  if (list.isError && !list.data) return <Problem error={list.error} onRetry={() => void list.refetch()} />
  if (list.isPending) return <Bone height={120} />
  if (rows.length === 0) {
    return (
      <State icon={<IconHistory />} title={t('admin.revisionsEmpty')}>
        <p>{t('admin.revisionsEmptyText')}</p>
      </State>
    )
  }
  return (
    <>
      {rows.map((row) => (
        <Section key={row.number} title={`${dateTime(row.changed_at)} · ${row.changed_by?.full_name ?? '–'}`}>
          <p className="muted">{row.reason}</p>
          <ul style={{ marginTop: 6 }}>
            {row.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Section>
      ))}
      <div ref={more} />
    </>
  )
}
