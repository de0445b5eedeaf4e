import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { Report } from '../pages/Report'

const route = getRouteApi('/app/cases/report')

export default function ReportRoute() {
  const search = route.useSearch()
  const navigate = useNavigate()
  const now = new Date()
  const year = /^20\d\d$/.test(search.year ?? '') ? Number(search.year) : now.getFullYear()
  const quarter = /^[1-4]$/.test(search.quarter ?? '') ? Number(search.quarter) : Math.floor(now.getMonth() / 3) + 1
  return (
    <Report
      year={year}
      quarter={quarter}
      branch={search.branch}
      onChange={(next) => void navigate({ to: '/cases/report', search: { year: String(next.year), quarter: String(next.quarter), branch: next.branch }, resetScroll: false, replace: true })}
    />
  )
}
