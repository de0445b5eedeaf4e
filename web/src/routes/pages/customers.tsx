import { getRouteApi, useNavigate, useRouterState } from '@tanstack/react-router'

import { lazy, Suspense } from 'react'

import { Search } from '~/features/customers/pages/Search'
import { useMe } from '~/features/iam/public/me'
import { may } from '~/lib/permissions'

// A list that nobody peeks from does not load the record.
const Peek = lazy(() => import('~/features/customer360/pages/Peek').then((module) => ({ default: module.Peek })))

const MyCases = lazy(() => import('~/features/cases/public/MyCases').then((module) => ({ default: module.MyCases })))

const route = getRouteApi('/app/customers')

export default function CustomersRoute() {
  const { peek, ...filters } = route.useSearch()
  const q = useRouterState({ select: (state) => state.location.state.q ?? '' })
  const navigate = useNavigate()
  const me = useMe()
  const stay = { to: '/customers', resetScroll: false } as const
  const showPeek = (customerId: string | undefined) => void navigate({ ...stay, search: { ...filters, peek: customerId }, state: { q } })
  const open = (customerId: string) => void navigate({ to: '/customers/$customerId', params: { customerId } })
  return (
    <>
      <Search
        q={q}
        filters={filters}
        peeked={peek}
        onSubmit={(next) => void navigate({ ...stay, search: filters, state: { q: next }, replace: true })}
        onFilters={(next) => void navigate({ ...stay, search: next, state: { q }, replace: true })}
        onPeek={(customerId) => showPeek(customerId === peek ? undefined : customerId)}
        onOpen={open}
        work={
          may(me, 'case', 'U') && (
            <Suspense>
              <MyCases />
            </Suspense>
          )
        }
      />
      {peek && (
        <Suspense>
          <Peek key={peek} customerId={peek} onClose={() => showPeek(undefined)} onOpen={() => open(peek)} />
        </Suspense>
      )}
    </>
  )
}
