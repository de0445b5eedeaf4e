import '../texts/id/oversight'
import '../texts/id/suspicion'

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { dateTime } from '~/lib/format'
import { Page } from '~/ui/Page'
import { Problem } from '~/ui/states'
import { Views } from '~/ui/Views'
import { AlertPanel } from '../suspicion/AlertPanel'
import { Alerts } from '../suspicion/Alerts'
import { type SuspicionFilters, summaryQuery } from '../suspicion/query'
import { Rules } from '../suspicion/Rules'

const TABS = ['alerts', 'rules'] as const

interface Props {
  filters: SuspicionFilters
  onFilters: (filters: SuspicionFilters) => void
}

/** What the rules of suspicion found in the trail, and the rules themselves. */
export function Suspicion({ filters, onFilters }: Props) {
  const { t } = useTranslation()
  const summary = useQuery(summaryQuery)
  const tab = TABS.find((each) => each === filters.tab) ?? 'alerts'
  if (summary.isError && !summary.data) return <Problem page error={summary.error} onRetry={() => void summary.refetch()} />
  const watched = summary.data && (summary.data.watched_until ? t('suspicion.watched', { time: dateTime(summary.data.watched_until) }) : t('suspicion.neverWatched'))
  return (
    <Page title={t('suspicion.title')} text={t('suspicion.text')} width="full" actions={<span className="muted">{watched}</span>}>
      <Views label={t('suspicion.lists')} views={TABS.map((key) => ({ key, label: t(`suspicion.tabs.${key}`) }))} value={tab} onChange={(next) => onFilters(next === 'alerts' ? {} : { tab: next })} />
      {tab === 'alerts' && <Alerts filters={filters} rules={summary.data?.rules ?? []} onFilters={onFilters} />}
      {tab === 'rules' && <Rules />}
      {tab === 'alerts' && filters.alert && <AlertPanel key={filters.alert} alertId={filters.alert} onClose={() => onFilters({ ...filters, alert: undefined })} />}
    </Page>
  )
}
