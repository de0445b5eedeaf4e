import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router'

import { Inbox } from '../pages/Inbox'

const route = getRouteApi('/app/inbox')

export default function InboxRoute() {
  const filters = route.useSearch()
  const navigate = useNavigate()
  const router = useRouter()
  return <Inbox filters={filters} onFilters={(search) => void navigate({ to: '/inbox', search, resetScroll: false })} onGo={(address) => router.history.push(address)} />
}
