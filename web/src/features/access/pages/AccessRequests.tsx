import '../texts/id/access'

import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { useCommands } from '~/lib/commands'
import { flatten } from '~/lib/keyset'
import { may } from '~/lib/permissions'
import { useRowKeys } from '~/lib/rows'
import { FilterMenu } from '~/ui/FilterMenu'
import { EndlessList } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { RangeMenu } from '~/ui/RangeMenu'
import { State } from '~/ui/states'
import { Views } from '~/ui/Views'
import { AccessRow } from '../AccessRow'
import { type Act, ActDialog } from '../ActDialog'
import { AskDialog } from '../AskDialog'
import { Figures } from '../Figures'
import { type Access, type AccessFilters, accessOptionsQuery, requestsOptions, VIEWS, viewOf } from '../query'
import frame from '~/ui/List.module.css'

interface Props {
  filters: AccessFilters
  onFilters: (filters: AccessFilters) => void
}

/** Requests for emergency access: mine, and those that wait for my decision or review. */
export function AccessRequests({ filters, onFilters }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const [acting, setActing] = useState<{ request: Access; act: Act } | null>(null)
  const list = useInfiniteQuery(requestsOptions(filters))
  const options = useQuery(accessOptionsQuery).data
  const items = flatten(list.data)
  const { ref } = useRowKeys<HTMLUListElement>({})
  const asks = may(me, 'break_glass', 'C')
  const decides = may(me, 'break_glass', 'A')
  useCommands([{ id: 'access.ask', group: 'list', label: t('access.ask'), keys: 'c', hidden: !asks, run: () => setAsking(true) }])
  const view = viewOf(filters)
  const change = (next: AccessFilters) => onFilters({ ...filters, ...next })
  const filtered = filters.mine || filters.reason_code || filters.from || filters.to
  return (
    <Page
      title={t('access.title')}
      text={t('access.text')}
      actions={
        <>
          {options?.can.sample && (
            <Button variant="default" component={Link} to="/break-glass/samples">
              {t('access.samples')}
            </Button>
          )}
          {asks && <Button onClick={() => setAsking(true)}>{t('access.ask')}</Button>}
        </>
      }
    >
      {decides && <Figures />}
      <div className={frame.tools}>
        <Views
          label={t('access.views')}
          views={VIEWS.filter((each) => each !== 'review' || options?.can.follow).map((key) => ({ key, label: t(`access.view.${key}`) }))}
          value={view}
          onChange={(next) => change({ view: next === 'waiting' ? undefined : next })}
        />
        {asks && decides && (
          <button type="button" className={frame.toggle} aria-pressed={filters.mine === 'yes'} onClick={() => change({ mine: filters.mine ? undefined : 'yes' })}>
            {t('access.mine')}
          </button>
        )}
        {options && options.reasons.length > 0 && (
          <FilterMenu
            label={t('access.reasonCode')}
            value={filters.reason_code}
            options={options.reasons.map((each) => ({ value: each.key, label: each.name }))}
            onChange={(reason_code) => change({ reason_code })}
          />
        )}
        <RangeMenu label={t('access.period')} range={{ from: filters.from, to: filters.to }} onChange={({ from, to }) => change({ from, to })} />
      </div>
      <EndlessList
        list={list}
        body={ref}
        empty={
          items.length === 0 && (
            <State
              icon={<IconKey />}
              title={t('access.empty')}
              action={
                (filtered || view !== 'all') && (
                  <Button variant="default" onClick={() => onFilters({ view: 'all' })}>
                    {t('common.clear')}
                  </Button>
                )
              }
            >
              <p>{t('access.emptyText')}</p>
            </State>
          )
        }
      >
        {items.map((request) => (
          <AccessRow key={request.id} request={request} onAct={(chosen, act) => setActing({ request: chosen, act })} />
        ))}
      </EndlessList>
      {asking && options && (
        <AskDialog
          options={options}
          onSent={(made) => {
            setAsking(false)
            void navigate({ to: '/break-glass/$requestId', params: { requestId: made.id } })
          }}
          onClose={() => setAsking(false)}
        />
      )}
      {acting && <ActDialog {...acting} onClose={() => setActing(null)} />}
    </Page>
  )
}
