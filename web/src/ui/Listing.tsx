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
type EndlessProps = Props<UseInfiniteQueryResult<unknown>>

/** A list, or why it cannot be shown, or the word that there is nothing. */
export function Listing({ list, empty, remedy, children }: Props<UseQueryResult<unknown> | UseInfiniteQueryResult<unknown>>) {
  if (list.isError && !list.data) return <Problem error={list.error} onRetry={() => void list.refetch()} remedy={remedy} />
  return (list.isSuccess && empty) || children
}

/** A list that loads as it is scrolled; `bones` stand where rows are on their way. */
export function Endless({ list, bones, ...props }: EndlessProps & { bones?: ReactNode }) {
  const more = useSentinel(() => void list.fetchNextPage(), list.hasNextPage && !list.isFetchingNextPage && !list.isError)
  return (
    <>
      <Listing list={list} {...props} />
      {(list.isPending || list.isFetchingNextPage) && bones}
      <div ref={more} />
      {list.isFetchNextPageError && <Problem error={list.error} onRetry={() => void list.fetchNextPage()} />}
    </>
  )
}

/** Records one below the other, loaded as they are scrolled; `body` is their list. */
export function EndlessList({ body, children, ...props }: EndlessProps & { body: Ref<HTMLUListElement> }) {
  return (
    <Endless bones={<ListBones />} {...props}>
      <ul ref={body} className={frame.list} aria-busy={props.list.isPending || undefined}>
        {children}
      </ul>
    </Endless>
  )
}

/** A table of records, loaded as it is scrolled. */
export function EndlessTable<Column extends string>({ list, empty, remedy, ...table }: EndlessProps & Omit<ComponentProps<typeof Table<Column>>, 'pending' | 'more'>) {
  return (
    <Endless list={list} empty={empty} remedy={remedy}>
      <Table {...table} pending={list.isPending} more={list.isFetchingNextPage} />
    </Endless>
  )
}
