import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { Calendar, type Panel } from '../pages/Calendar'

const route = getRouteApi('/app/calendars/$key')
const PANELS: readonly Panel[] = ['check', 'versions', 'changes']

export default function CalendarRoute() {
  const { key } = route.useParams()
  const search = route.useSearch()
  const navigate = useNavigate()
  const year = /^(19[9]\d|20\d\d|21[0-4]\d)$/.test(search.year ?? '') ? Number(search.year) : new Date().getFullYear()
  const stay = { to: '/calendars/$key', params: { key }, resetScroll: false, replace: true } as const
  return (
    <Calendar
      key={key}
      calendarKey={key}
      year={year}
      panel={PANELS.find((each) => each === search.panel)}
      onYear={(next) => void navigate({ ...stay, search: { ...search, year: String(next) } })}
      onPanel={(next) => void navigate({ ...stay, search: { ...search, panel: next } })}
      onOpen={(other) => void navigate({ to: '/calendars/$key', params: { key: other } })}
    />
  )
}
