import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { useNow } from '~/lib/clock'
import { dayHeading, dayKey } from '~/lib/format'
import { flatten, useSentinel } from '~/lib/keyset'
import { documentsOptions } from '~/features/documents/public/query'
import { Bone } from '~/ui/Bone'
import { Problem } from '~/ui/states'
import { activitiesOptions } from '../query'
import { ActivityRow } from './ActivityRow'
import classes from './case.module.css'
import stream from './stream.module.css'

/** Everything that was said and done, the latest first, grouped by day. */
export function Stream({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const now = useNow()
  const list = useInfiniteQuery(activitiesOptions(caseId))
  const more = useSentinel(() => void list.fetchNextPage(), list.hasNextPage && !list.isFetchingNextPage && !list.isError)
  const rows = flatten(list.data)
  const papers = new Map(flatten(useInfiniteQuery(documentsOptions({ subject_type: 'CASE', subject_id: caseId })).data).map((each) => [each.id, each.title]))
  if (list.isError && !list.data) return <Problem error={list.error} onRetry={() => void list.refetch()} />
  if (list.isPending) {
    return (
      <div aria-busy="true" className={classes.bones}>
        {[260, 340, 220].map((width) => (
          <div key={width}>
            <Bone width={28} height={28} round />
            <div>
              <Bone width={180} />
              <Bone width={width} />
            </div>
          </div>
        ))}
      </div>
    )
  }
  const words = { today: t('common.today'), yesterday: t('common.yesterday') }
  const days = new Map<string, typeof rows>()
  for (const row of rows) days.set(dayKey(row.at), [...(days.get(dayKey(row.at)) ?? []), row])
  return (
    <>
      {[...days].map(([day, each]) => (
        <section key={day} className={stream.day}>
          <h2>{dayHeading(day, now, words)}</h2>
          <ol>
            {each.map((row) => (
              <ActivityRow key={row.id} row={row} papers={papers} />
            ))}
          </ol>
        </section>
      ))}
      <div ref={more} />
      {list.isFetchNextPageError && <Problem error={list.error} onRetry={() => void list.fetchNextPage()} />}
    </>
  )
}
