import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { TemplateEditor } from '../pages/TemplateEditor'

const route = getRouteApi('/app/message-templates/$templateId/edit/$language')

export default function TemplateEditorRoute() {
  const { templateId, language } = route.useParams()
  const navigate = useNavigate()
  return <TemplateEditor templateId={templateId} language={language === 'en' ? 'en' : 'id'} onSubmitted={() => void navigate({ to: '/message-templates/$templateId', params: { templateId } })} />
}
