import { type InvalidateOptions, type InvalidateQueryFilters, QueryClient, type QueryKey } from '@tanstack/react-query'

/**
 * A client whose lists are never older than the write that renewed them.
 *
 * The library starts a first load anew only when it has data already: a list that is opened while a form is still being saved would
 * keep the answer that was under way, from before the write. Such a load is given up here and begins again.
 */
export class FreshQueryClient extends QueryClient {
  override invalidateQueries<TKey extends QueryKey = QueryKey>(filters?: InvalidateQueryFilters<TKey>, options?: InvalidateOptions): Promise<void> {
    const { predicate, ...rest } = filters ?? {}
    void this.cancelQueries<TKey>({
      ...rest,
      predicate: (query) => query.isActive() && query.state.data === undefined && query.state.fetchStatus === 'fetching' && (predicate?.(query as never) ?? true),
    })
    return super.invalidateQueries(filters, options)
  }
}
