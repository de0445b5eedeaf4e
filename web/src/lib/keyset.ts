import { infiniteQueryOptions, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

export interface Keyset<T> {
  items: T[]
  next_cursor: string | null
}

/** Options of an endless list that asks for the next page by the cursor of the last one. */
export function keysetOptions<T, P extends Keyset<T>>(queryKey: QueryKey, page: (cursor: string | undefined, signal: AbortSignal, client: QueryClient) => Promise<P>) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal, client }) => page(pageParam ?? undefined, signal, client),
    initialPageParam: null as string | null,
    getNextPageParam: (last: P) => last.next_cursor,
  })
}

export const flatten = <T,>(data: { pages: Keyset<T>[] } | undefined): T[] => data?.pages.flatMap((page) => page.items) ?? []

/** Calls `more` while the returned element is near the screen. */
export function useSentinel(more: () => void, active: boolean) {
  const ref = useRef<HTMLDivElement>(null)
  const latest = useRef(more)
  useEffect(() => {
    latest.current = more
  })
  useEffect(() => {
    const element = ref.current
    if (!element || !active || typeof IntersectionObserver === 'undefined') return
    const observer = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && latest.current(), {
      rootMargin: '400px',
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [active])
  return ref
}
