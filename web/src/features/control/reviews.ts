import { queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components } from '~/api/schema.gen'
import { keysetOptions } from '~/lib/keyset'

type Schemas = components['schemas']
export type ReviewItem = Schemas['RecertificationItemOut']
export type Review = Schemas['RecertificationOut']
export type Decision = Schemas['RecertificationDecisionIn']['decision']

/** Whatever is known of reviews; forgotten whenever one is opened or something in it is decided. */
export const REVIEWS = ['recertifications'] as const

export const reviewsQuery = queryOptions({
  queryKey: [...REVIEWS, 'list'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/recertifications', { params: { query: { limit: 20 } }, signal })),
})

/** The rights of one review, or those that wait for me. */
export const itemsOptions = (reviewId: string | undefined) =>
  keysetOptions([...REVIEWS, 'items', reviewId ?? 'mine'], (cursor, signal) =>
    unwrap(
      api.GET('/api/v1/recertification-items', {
        params: { query: { ...(reviewId ? { recertification_id: reviewId } : { mine: true, is_open: true }), cursor, limit: 100 } },
        signal,
      }),
    ),
  )

export const openReview = () => unwrap(api.POST('/api/v1/recertifications'))

export const decideItems = (ids: readonly string[], decision: Decision, note: string) =>
  unwrap(api.POST('/api/v1/recertification-items/decide', { body: { items: ids.map((id) => ({ id, decision })), note } }))

export interface PersonRights {
  person: ReviewItem['person']
  items: ReviewItem[]
}

/** The rights of each person together, in the order in which they came. */
export function byPerson(items: readonly ReviewItem[]): PersonRights[] {
  const found = new Map<string, PersonRights>()
  for (const item of items) {
    const known = found.get(item.person.user_id)
    if (known) known.items.push(item)
    else found.set(item.person.user_id, { person: item.person, items: [item] })
  }
  return [...found.values()]
}
