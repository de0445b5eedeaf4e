import { queryOptions, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components } from '~/api/schema.gen'
import { useLabel } from '~/lib/labels'

export type Code = components['schemas']['CodeOut']
export type CodeList = Code['list']

export const codesQuery = queryOptions({
  queryKey: ['customer-codes'],
  queryFn: () => unwrap(api.GET('/api/v1/customer-codes')),
  staleTime: 5 * 60_000,
})

// What a page says before the lists have come.
const BUILT_IN: Record<CodeList, string> = { SEGMENT: 'customers.segments', PRODUCT: 'customers.productNames', RELATIONSHIP: 'customers.relationshipKinds' }

/** The organisation's own lists: how a code is called, and which may be chosen. */
export function useCodes(list: CodeList) {
  const { i18n } = useTranslation()
  const label = useLabel()
  const rows = (useQuery(codesQuery).data?.items ?? []).filter((each) => each.list === list)
  const named = (each: Code) => (i18n.language === 'en' ? each.names.en : each.names.id)
  const name = (code: string | null | undefined) => {
    const found = rows.find((each) => each.code === code)
    return found ? named(found) : label(BUILT_IN[list], code)
  }
  const options = (all: boolean) => rows.filter((each) => all || each.is_active).map((each) => ({ value: each.code, label: named(each) }))
  return { name, order: rows.map((each) => each.code), options: options(false), all: options(true) }
}
