import { getRouteApi, useNavigate, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'

import { Queue } from '../pages/Queue'
import type { FromQueue } from '../queue/fromQueue'

// A list that nobody peeks from does not load the case.
const CasePeek = lazy(() => import('../pages/CasePeek').then((module) => ({ default: module.CasePeek })))

const route = getRouteApi('/app/cases')

export default function CasesRoute() {
  const { peek, ...filters } = route.useSearch()
  const words = useRouterState({ select: (state) => state.location.state.q ?? '' })
  const navigate = useNavigate()
  const stay = { to: '/cases', resetScroll: false, replace: true } as const
  const showPeek = (caseId: string | undefined) => void navigate({ ...stay, search: { ...filters, peek: caseId }, state: { q: words } })
  const open = (caseId: string, queue?: FromQueue, compose?: 'response') => void navigate({ to: '/cases/$caseId', params: { caseId }, search: { compose }, state: { queue } })
  return (
    <>
      <Queue
        filters={filters}
        words={words}
        peeked={peek}
        onFilters={(next) => void navigate({ ...stay, search: next, state: { q: words } })}
        onWords={(next, within) => void navigate({ ...stay, search: within, state: { q: next } })}
        onPeek={(caseId) => showPeek(caseId === peek ? undefined : caseId)}
        onOpen={open}
      />
      {peek && (
        <Suspense>
          <CasePeek key={peek} caseId={peek} onClose={() => showPeek(undefined)} onOpen={() => open(peek)} />
        </Suspense>
      )}
    </>
  )
}
