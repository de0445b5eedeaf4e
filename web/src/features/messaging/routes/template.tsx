import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { TemplatePage } from '../pages/TemplatePage'

const route = getRouteApi('/app/message-templates/$templateId')

export default function TemplateRoute() {
  const { templateId } = route.useParams()
  const { version } = route.useSearch()
  const navigate = useNavigate()
  return (
    <TemplatePage
      templateId={templateId}
      chosen={version}
      onChoose={(next) => void navigate({ to: '/message-templates/$templateId', params: { templateId }, search: { version: next }, resetScroll: false })}
    />
  )
}
