import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { SettingsAdmin } from '../pages/SettingsAdmin'

const route = getRouteApi('/app/administration/settings')

export default function SettingsRoute() {
  const { tab } = route.useSearch()
  const navigate = useNavigate()
  return <SettingsAdmin tab={tab} onTab={(next) => void navigate({ to: '/administration/settings', search: { tab: next } })} />
}
