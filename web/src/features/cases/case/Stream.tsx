import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { useNow } from '~/lib/clock'
import { dayHeading, dayKey } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { documentsOptions } from '~/features/documents/public/query'
import { Bone } from '~/ui/Bone'
import { Endless } from '~/ui/Listing'
import { activitiesOptions } from '../query'
import { ActivityRow } from './ActivityRow'
import classes from './case.module.css'
import stream from './stream.module.css'

/** Everything that was said and done, the latest first, grouped by day. */
export function Stream({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const now = useNow()
  const list = useInfiniteQuery(activitiesOptions(caseId))
  const rows = flatten(list.data)
  const papers = new Map(flatten(useInfiniteQuery(documentsOptions({ subject_type: 'CASE', subject_id: caseId })).data).map((each) => [each.id, each.title]))
  const words = { today: t('common.today'), yesterday: t('common.yesterday') }
  const days = new Map<string, typeof rows>()
  for (const row of rows) days.set(dayKey(row.at), [...(days.get(dayKey(row.at)) ?? []), row])
  return (
    <Endless list={list} bones={<StreamSkeleton />}>
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
    </Endless>
  )
}

function StreamSkeleton() {
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
