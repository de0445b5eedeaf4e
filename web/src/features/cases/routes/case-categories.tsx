import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { CaseCategories } from '../pages/CaseCategories'

const route = getRouteApi('/app/case-categories')

export default function CaseCategoriesRoute() {
  const search = route.useSearch()
  const navigate = useNavigate()
  const show = (next: typeof search) => void navigate({ to: '/case-categories', search: next, resetScroll: false, replace: true })
  return <CaseCategories tab={search.tab} all={search.all === 'yes'} onTab={(tab) => show({ ...search, tab })} onAll={(all) => show({ ...search, all: all ? 'yes' : undefined })} />
}
