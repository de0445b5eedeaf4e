import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { SalesSettings } from '../pages/SalesSettings'

const route = getRouteApi('/app/sales/settings')

export default function SalesSettingsRoute() {
  const { tab } = route.useSearch()
  const navigate = useNavigate()
  return (
    <SalesSettings
      tab={tab}
      onTab={(next) =>
        void navigate({
          to: '/sales/settings',
          search: { tab: next },
          resetScroll: false,
          replace: true,
        })
      }
    />
  )
}
