import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'

import { useMe } from '~/features/iam/public/me'
import { CreateLead } from '../pages/CreateLead'
import { Leads } from '../pages/Leads'
import { createsLeads, readsLeads } from '../rights'

// A list that nobody peeks from does not load the panel.
const LeadPeek = lazy(() =>
  import('../pages/LeadPeek').then((module) => ({ default: module.LeadPeek })),
)

const route = getRouteApi('/app/leads')

export default function LeadsRoute() {
  const { peek, view, new: asked, ...filters } = route.useSearch()
  const me = useMe()
  const navigate = useNavigate()
  const stay = { to: '/leads', resetScroll: false, replace: true } as const
  const shown = view === 'list' ? 'list' : 'board'
  const showPeek = (leadId: string | undefined) =>
    void navigate({ ...stay, search: { ...filters, view, peek: leadId } })
  const open = (leadId: string) => void navigate({ to: '/leads/$leadId', params: { leadId } })
  if (!readsLeads(me) && createsLeads(me))
    return <CreateLead customerId={filters.customer} asksNew={asked === 'yes'} />
  return (
    <>
      <Leads
        view={shown}
        filters={filters}
        peeked={peek}
        asksNew={asked === 'yes'}
        onView={(next) =>
          void navigate({
            ...stay,
            search: { ...filters, view: next === 'board' ? undefined : next },
          })
        }
        onFilters={(search) => void navigate({ ...stay, search: { ...search, view } })}
        onPeek={(leadId) => showPeek(leadId === peek ? undefined : leadId)}
        onOpen={open}
        onAsked={() => void navigate({ ...stay, search: { ...filters, view, peek } })}
      />
      {peek && (
        <Suspense>
          <LeadPeek
            key={peek}
            leadId={peek}
            onClose={() => showPeek(undefined)}
            onOpen={() => open(peek)}
          />
        </Suspense>
      )}
    </>
  )
}
