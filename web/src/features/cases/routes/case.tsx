import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { CasePage } from '../pages/CasePage'

const route = getRouteApi('/app/cases/$caseId')
const MODES = ['note', 'message', 'response'] as const

export default function CaseRoute() {
  const { caseId } = route.useParams()
  const { compose } = route.useSearch()
  const navigate = useNavigate()
  return (
    <CasePage
      key={caseId}
      caseId={caseId}
      compose={MODES.find((each) => each === compose)}
      onCompose={(mode) => void navigate({ to: '/cases/$caseId', params: { caseId }, search: { compose: mode }, state: (state) => state, resetScroll: false, replace: true })}
    />
  )
}
