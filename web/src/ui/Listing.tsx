import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import type { ComponentProps, ReactNode, Ref } from 'react'

import { useSentinel } from '~/lib/keyset'
import { ListBones } from './ListBones'
import { Problem } from './states'
import { Table } from './Table'
import frame from './List.module.css'

interface Props<List> {
  list: List
  /** What stands there instead once it is known that there is nothing. */
  empty?: ReactNode
  /** The way out when the list is refused. */
  remedy?: ReactNode
  children: ReactNode
}
type Endless = Props<UseInfiniteQueryResult<unknown>>

/** A list, or why it cannot be shown, or the word that there is nothing. */
export function Listing({ list, empty, remedy, children }: Props<UseQueryResult<unknown> | UseInfiniteQueryResult<unknown>>) {
  if (list.isError && !list.data) return <Problem error={list.error} onRetry={() => void list.refetch()} remedy={remedy} />
  return (list.isSuccess && empty) || children
}

/** A list that loads as it is scrolled. */
function EndlessListing({ list, ...props }: Endless) {
  const more = useSentinel(() => void list.fetchNextPage(), list.hasNextPage && !list.isFetchingNextPage && !list.isError)
  return (
    <>
      <Listing list={list} {...props} />
      <div ref={more} />
      {list.isFetchNextPageError && <Problem error={list.error} onRetry={() => void list.fetchNextPage()} />}
    </>
  )
}

/** Records one below the other, loaded as they are scrolled; `body` is their list. */
export function EndlessList({ body, children, ...props }: Endless & { body: Ref<HTMLUListElement> }) {
  const { isPending, isFetchingNextPage } = props.list
  return (
    <EndlessListing {...props}>
      <ul ref={body} className={frame.list} aria-busy={isPending || undefined}>
        {children}
      </ul>
      {(isPending || isFetchingNextPage) && <ListBones />}
    </EndlessListing>
  )
}

/** A table of records, loaded as it is scrolled. */
export function EndlessTable<Column extends string>({ list, empty, remedy, ...table }: Endless & Omit<ComponentProps<typeof Table<Column>>, 'pending' | 'more'>) {
  return (
    <EndlessListing list={list} empty={empty} remedy={remedy}>
      <Table {...table} pending={list.isPending} more={list.isFetchingNextPage} />
    </EndlessListing>
  )
}
