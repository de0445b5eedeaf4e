import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'

import { Queue } from '../pages/Queue'

// A list that nobody peeks from does not load the case.
const CasePeek = lazy(() => import('../pages/CasePeek').then((module) => ({ default: module.CasePeek })))

const route = getRouteApi('/app/cases')

export default function CasesRoute() {
  const { peek, ...filters } = route.useSearch()
  const navigate = useNavigate()
  const stay = { to: '/cases', resetScroll: false, replace: true } as const
  const showPeek = (caseId: string | undefined) => void navigate({ ...stay, search: { ...filters, peek: caseId } })
  const open = (caseId: string, compose?: 'response') => void navigate({ to: '/cases/$caseId', params: { caseId }, search: { compose } })
  return (
    <>
      <Queue filters={filters} peeked={peek} onFilters={(next) => void navigate({ ...stay, search: next })} onPeek={(caseId) => showPeek(caseId === peek ? undefined : caseId)} onOpen={open} />
      {peek && (
        <Suspense>
          <CasePeek key={peek} caseId={peek} onClose={() => showPeek(undefined)} onOpen={() => open(peek)} />
        </Suspense>
      )}
    </>
  )
}
