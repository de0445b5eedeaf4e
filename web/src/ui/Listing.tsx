import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { useSentinel } from '~/lib/keyset'
import { Problem } from './states'

interface Props<List> {
  list: List
  /** What stands there instead once it is known that there is nothing. */
  empty?: ReactNode
  /** The way out when the list is refused. */
  remedy?: ReactNode
  children: ReactNode
}

/** A list, or why it cannot be shown, or the word that there is nothing. */
export function Listing({ list, empty, remedy, children }: Props<UseQueryResult<unknown> | UseInfiniteQueryResult<unknown>>) {
  if (list.isError && !list.data) return <Problem error={list.error} onRetry={() => void list.refetch()} remedy={remedy} />
  return (list.isSuccess && empty) || children
}

/** A list that loads as it is scrolled. */
export function EndlessListing({ list, ...props }: Props<UseInfiniteQueryResult<unknown>>) {
  const more = useSentinel(() => void list.fetchNextPage(), list.hasNextPage && !list.isFetchingNextPage && !list.isError)
  return (
    <>
      <Listing list={list} {...props} />
      <div ref={more} />
      {list.isFetchNextPageError && <Problem error={list.error} onRetry={() => void list.fetchNextPage()} />}
    </>
  )
}
