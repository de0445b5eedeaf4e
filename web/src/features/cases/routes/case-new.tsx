import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { NewCase } from '../pages/NewCase'

const route = getRouteApi('/app/cases/new')

export default function NewCaseRoute() {
  const { customer, message } = route.useSearch()
  const navigate = useNavigate()
  return <NewCase customerId={customer} incomingId={message} onCustomer={(next) => void navigate({ to: '/cases/new', search: { customer: next, message }, resetScroll: false, replace: true })} />
}
