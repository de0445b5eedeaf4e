import '../texts/id/record'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMediaQuery } from '@mantine/hooks'
import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Customer360 } from '~/api/models'
import { hasStatus } from '~/api/problem'
import { AdvicePanel } from '~/features/advice/public/AdvicePanel'
import { AlertStrip } from '~/features/advice/public/AlertStrip'
import { CopilotPanel } from '~/features/advice/public/CopilotPanel'
import { EditCustomer } from '~/features/customers/public/EditCustomer'
import { RequestChange } from '~/features/customers/public/RequestChange'
import { useMe } from '~/features/iam/public/me'
import type { TimelineFilters } from '~/features/timeline/public/query'
import { useCommands } from '~/lib/commands'
import { may } from '~/lib/permissions'
import { useTitle } from '~/ui/Page'
import { NotHere, Problem } from '~/ui/states'
import { Header } from '../Header'
import { Background, Identity, Products } from '../Identity'
import { Aside } from '../Aside'
import { RecordSkeleton } from '../RecordSkeleton'
import { Tabs } from '../Tabs'
import { TabBody } from '../TabBody'
import { useCustomerCaseCounts } from '~/features/cases/public/counts'
import { customer360Query } from '~/features/customers/public/profile'
import { useAlertState } from '../useAlertState'
import { SmallRelationships } from '../SmallRelationships'
import classes from './Record.module.css'

const ManageNumbers = lazy(() => import('~/features/customers/public/ManageNumbers').then((module) => ({ default: module.ManageNumbers })))
const MoveBranch = lazy(() => import('~/features/customers/public/MoveBranch').then((module) => ({ default: module.MoveBranch })))
const ExportDialog = lazy(() => import('~/ui/ExportDialog').then((module) => ({ default: module.ExportDialog })))

interface Props {
  customerId: string
  tab: string | undefined
  filters: TimelineFilters
  onTab: (tab: string) => void
  onFilters: (filters: TimelineFilters) => void
}

export function Record(props: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const query = useQuery(customer360Query(props.customerId))
  const client = useQueryClient()
  useTitle(query.data?.customer.full_name ?? '')
  useEffect(() => {
    if (query.isSuccess) void client.invalidateQueries({ queryKey: ['recent'] })
  }, [query.isSuccess, client])
  if (query.isPending) return <RecordSkeleton />
  // The same page for what is not there and for what is not mine to know.
  if (hasStatus(query.error, 404) || hasStatus(query.error, 403) || hasStatus(query.error, 422)) {
    return (
      <NotHere
        page
        action={
          <Button component={Link} to={may(me, 'customer', 'R') ? '/customers' : '/'} variant="default">
            {t(may(me, 'customer', 'R') ? 'record.search' : 'shell.welcome')}
          </Button>
        }
      />
    )
  }
  if (!query.data) return <Problem page error={query.error} onRetry={() => void query.refetch()} />
  const changed = () => {
    void query.refetch()
    void client.invalidateQueries({ queryKey: ['timeline', props.customerId] })
  }
  return <Loaded {...props} data={query.data} onChanged={changed} />
}

function Loaded({ customerId, tab, filters, onTab, onFilters, data, onChanged }: Props & { data: Customer360; onChanged: () => void }) {
  const { t } = useTranslation()
  const [dialog, setDialog] = useState<'edit' | 'request' | 'export' | 'numbers' | 'move' | null>(null)
  const narrow = useMediaQuery('(max-width: 899px)', window.innerWidth < 900, { getInitialValueInEffect: false })
  const setAlert = useAlertState(customerId)
  // A role without any tab sees identity only: it takes the middle of the page.
  const stacked = narrow || data.tabs.length === 0
  const tabs = stacked ? ['profile', ...data.tabs] : data.tabs
  const active = tab && tabs.includes(tab) ? tab : (tabs[0] ?? 'profile')
  const { can, customer } = data
  // Whoever reads only their own records learns nothing from it.
  const me = useMe()
  const navigate = useNavigate()
  const trail = me.permissions.audit?.R === 'ALL'
  const complains = may(me, 'case', 'C')
  const cases = useCustomerCaseCounts(customerId, data.tabs.includes('cases'))
  const waiting = cases && {
    cases: {
      count: cases.open,
      late: cases.overdue > 0,
      words: [t('record.openCases', { count: cases.open }), ...(cases.overdue > 0 ? [t('record.lateCases', { count: cases.overdue })] : [])].join(', '),
    },
  }
  useCommands([
    ...(can.edit ? [{ id: 'record.edit', group: 'record' as const, label: `${t('customers.edit')}: ${customer.full_name}`, keys: 'e', run: () => setDialog('edit') }] : []),
    ...(can.request_change
      ? [{ id: 'record.request', group: 'record' as const, label: `${t('customers.requestChange')}: ${customer.full_name}`, keys: 'u', run: () => setDialog('request') }]
      : []),
    ...(complains ? [{ id: 'record.case', group: 'record' as const, label: `${t('record.recordCase')}: ${customer.full_name}`, keys: 'c', run: () => void navigate({ to: '/cases/new', search: { customer: customerId } }) }] : []),
    ...(may(me, 'lead', 'C')
      ? [{ id: 'record.lead', group: 'record' as const, label: `${t('record.recordLead')}: ${customer.full_name}`, run: () => void navigate({ to: '/leads', search: { new: 'yes', customer: customerId } }) }]
      : []),
    ...tabs.map((each, index) => ({
      id: `record.tab.${each}`,
      group: 'record' as const,
      label: t(`record.tabs.${each as 'timeline'}`),
      keys: String(index + 1),
      run: () => onTab(each),
    })),
  ])
  // A role without any tab sees identity only, and no business to advise about.
  const copilot = data.tabs.length > 0 && (
    <>
      <CopilotPanel customerId={customerId} />
      <AdvicePanel customerId={customerId} />
    </>
  )
  const left = (
    <>
      <Identity data={data} onManage={can.edit ? () => setDialog('numbers') : undefined} />
      <Products products={data.products} />
      <SmallRelationships data={data} onAll={() => onTab('relationships')} />
      <Background customer={customer} onMove={can.edit ? () => setDialog('move') : undefined} />
    </>
  )
  return (
    <>
      <Header data={data} trail={trail} complains={complains} onEdit={() => setDialog('edit')} onRequestChange={() => setDialog('request')} onExport={() => setDialog('export')} />
      <div className={classes.columns} data-stacked={stacked || undefined} data-actions={complains || may(me, 'activity', 'C') || can.edit || can.request_change || can.export || trail || undefined}>
        {!stacked && <div className={classes.left}>{left}</div>}
        <div className={classes.middle}>
          <AlertStrip customerId={customerId} alerts={data.alerts} onChange={setAlert} />
          {stacked && copilot}
          {tabs.length > 1 && <Tabs tabs={tabs} active={active} waiting={waiting} onChange={onTab} />}
          <div {...(tabs.length > 1 && { role: 'tabpanel', id: `panel-${active}`, 'aria-labelledby': `tab-${active}` })} className={classes.panel}>
            {active === 'profile' ? (
              <>
                {left}
                <Aside data={data} />
              </>
            ) : (
              <TabBody tab={active} data={data} filters={filters} onFilters={onFilters} onChanged={onChanged} />
            )}
          </div>
        </div>
        {!stacked && (
          <div className={classes.right}>
            {copilot}
            <Aside data={data} />
          </div>
        )}
      </div>
      {dialog === 'edit' && <EditCustomer customer={customer} onSaved={onChanged} onClose={() => setDialog(null)} />}
      <Suspense>
        {dialog === 'numbers' && <ManageNumbers customer={customer} onSaved={onChanged} onClose={() => setDialog(null)} />}
        {dialog === 'move' && <MoveBranch customer={customer} onSaved={onChanged} onClose={() => setDialog(null)} />}
      </Suspense>
      {dialog === 'request' && <RequestChange customer={customer} onClose={() => setDialog(null)} />}
      {dialog === 'export' && (
        <Suspense>
          <ExportDialog
            dataSet="customer_profile"
            who={me.id}
            filter={{ customer_id: customerId }}
            title={t('record.exportProfile.title')}
            text={(rows) => t('record.exportProfile.text', { rows })}
            onClose={() => setDialog(null)}
          />
        </Suspense>
      )}
    </>
  )
}
