import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { Templates } from '../pages/Templates'

const route = getRouteApi('/app/message-templates')

export default function TemplatesRoute() {
  const filters = route.useSearch()
  const navigate = useNavigate()
  return (
    <Templates
      filters={filters}
      onFilters={(search) => void navigate({ to: '/message-templates', search, resetScroll: false })}
      onMade={(templateId) => void navigate({ to: '/message-templates/$templateId/edit/$language', params: { templateId, language: 'id' } })}
      onOpen={(templateId) => void navigate({ to: '/message-templates/$templateId', params: { templateId } })}
    />
  )
}
