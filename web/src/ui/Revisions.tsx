import { type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query'
import { IconHistory } from '@tabler/icons-react'
import { type ReactNode } from 'react'

import { dateTime } from '~/lib/format'
import { flatten, type Keyset, useSentinel } from '~/lib/keyset'
import { Bone } from './Bone'
import { Section } from './Section'
import { Problem, State } from './states'

interface Revision {
  number: number
  changed_at: string
  changed_by: { full_name: string } | null
  reason: string
}

interface Props<T extends Revision> {
  list: UseInfiniteQueryResult<InfiniteData<Keyset<T>>>
  empty: string
  emptyText: string
  children: (row: T) => ReactNode
}

/** Every saved change of something: when, by whom, why; `children` says in list items what it did. */
export function Revisions<T extends Revision>({ list, empty, emptyText, children }: Props<T>) {
  const more = useSentinel(() => void list.fetchNextPage(), list.hasNextPage && !list.isFetchingNextPage && !list.isError)
  const rows = flatten(list.data)
  if (list.isError && !list.data) return <Problem error={list.error} onRetry={() => void list.refetch()} />
  if (list.isPending) return <Bone height={120} />
  if (rows.length === 0) {
    return (
      <State icon={<IconHistory />} title={empty}>
        <p>{emptyText}</p>
      </State>
    )
  }
  return (
    <>
      {rows.map((row) => (
        <Section key={row.number} title={`${dateTime(row.changed_at)} · ${row.changed_by?.full_name ?? '–'}`}>
          <p className="muted">{row.reason}</p>
          <ul style={{ marginTop: 6 }}>{children(row)}</ul>
        </Section>
      ))}
      <div ref={more} />
    </>
  )
}
