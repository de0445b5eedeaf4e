import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { IntakeList } from '../pages/IntakeList'

const route = getRouteApi('/app/cases/intake')
const STATUSES = ['WAITING', 'ACCEPTED', 'DISCARDED'] as const

export default function IntakeRoute() {
  const { status } = route.useSearch()
  const navigate = useNavigate()
  return (
    <IntakeList
      status={STATUSES.find((each) => each === status) ?? 'WAITING'}
      onStatus={(next) => void navigate({ to: '/cases/intake', search: { status: next === 'WAITING' ? undefined : next }, resetScroll: false, replace: true })}
      onAccept={(incoming) => void navigate({ to: '/cases/new', search: { message: incoming.id, customer: incoming.customer?.id } })}
    />
  )
}
