import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { Calendars } from '../pages/Calendars'

const route = getRouteApi('/app/calendars')

export default function CalendarsRoute() {
  const { show } = route.useSearch()
  const navigate = useNavigate()
  return (
    <Calendars
      archived={show === 'archived'}
      onArchived={(archived) => void navigate({ to: '/calendars', search: { show: archived ? 'archived' : undefined } })}
      onOpen={(key) => void navigate({ to: '/calendars/$key', params: { key } })}
    />
  )
}
