import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { ServiceAccounts } from '../pages/ServiceAccounts'

const route = getRouteApi('/app/administration/service-accounts')

export default function ServiceAccountsRoute() {
  const navigate = useNavigate()
  return (
    <ServiceAccounts
      filters={route.useSearch()}
      onFilters={(search) => void navigate({ to: '/administration/service-accounts', search, resetScroll: false, replace: true })}
      onOpen={(accountId) => void navigate({ to: '/administration/service-accounts/$accountId', params: { accountId } })}
    />
  )
}
