import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'

import { Opportunities } from '../pages/Opportunities'

const OpportunityPeek = lazy(() =>
  import('../pages/OpportunityPeek').then((module) => ({ default: module.OpportunityPeek })),
)

const route = getRouteApi('/app/opportunities')

export default function OpportunitiesRoute() {
  const { peek, view, ...filters } = route.useSearch()
  const navigate = useNavigate()
  const stay = { to: '/opportunities', resetScroll: false, replace: true } as const
  const showPeek = (opportunityId: string | undefined) =>
    void navigate({ ...stay, search: { ...filters, view, peek: opportunityId } })
  const open = (opportunityId: string) =>
    void navigate({ to: '/opportunities/$opportunityId', params: { opportunityId } })
  return (
    <>
      <Opportunities
        view={view === 'list' ? 'list' : 'board'}
        filters={filters}
        peeked={peek}
        onView={(next) =>
          void navigate({
            ...stay,
            search: { ...filters, view: next === 'board' ? undefined : next },
          })
        }
        onFilters={(search) => void navigate({ ...stay, search: { ...search, view } })}
        onPeek={(opportunityId) => showPeek(opportunityId === peek ? undefined : opportunityId)}
        onOpen={open}
      />
      {peek && (
        <Suspense>
          <OpportunityPeek
            key={peek}
            opportunityId={peek}
            onClose={() => showPeek(undefined)}
            onOpen={() => open(peek)}
          />
        </Suspense>
      )}
    </>
  )
}
