import { getRouteApi, useNavigate, useRouterState } from '@tanstack/react-router'
import { Suspense } from 'react'

import { useMe } from '~/features/iam/public/me'
import { piecesFor } from '~/lib/feature'
import { Search } from '../pages/Search'

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
        found={piecesFor('searchFound', me).map((Piece, at) => (
          <Suspense key={`${at}-${q}`}>
            <Piece q={q} />
          </Suspense>
        ))}
        work={piecesFor('customerWork', me).map((Piece, at) => (
          <Suspense key={at}>
            <Piece />
          </Suspense>
        ))}
      />
      {/* A list that nobody peeks from does not load the record. */}
      {peek &&
        piecesFor('customerPeek', me).map((Piece, at) => (
          <Suspense key={at}>
            <Piece key={peek} customerId={peek} onClose={() => showPeek(undefined)} onOpen={() => open(peek)} />
          </Suspense>
        ))}
    </>
  )
}
