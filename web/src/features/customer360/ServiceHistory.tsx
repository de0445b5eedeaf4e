import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconHistory, IconMessage, IconMessageReport, IconTool } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { TimelineFilters } from '~/features/timeline/public/query'
import { flatten, keysetOptions } from '~/lib/keyset'
import { span } from '~/lib/range'
import { useRowKeys } from '~/lib/rows'
import { Chip } from '~/ui/Chip'
import { EndlessList } from '~/ui/Listing'
import { Pills } from '~/ui/Pills'
import { RangeMenu } from '~/ui/RangeMenu'
import { State } from '~/ui/states'
import { Ago } from '~/ui/Time'
import classes from './ServiceHistory.module.css'
import frame from '~/ui/List.module.css'

interface Props {
  customerId: string
  kinds: { kind: string; label: string }[]
  filters: TimelineFilters
  onFilters: (filters: TimelineFilters) => void
}

const ICONS: Record<string, typeof IconTool> = { COMPLAINT: IconMessageReport, CONTACT: IconMessage }

export const servicesOptions = (customerId: string, filters: TimelineFilters) =>
  keysetOptions(['services', customerId, filters], (cursor, signal) =>
    unwrap(
      api.GET('/api/v1/customers/{customer_id}/services', {
        params: { path: { customer_id: customerId }, query: { kind: filters.kind, ...span(filters), cursor, limit: 50 } },
        signal,
      }),
    ),
  )

/** What a customer was served with, in one list: complaints, contacts, and whatever later domains add. */
export function ServiceHistory({ customerId, kinds, filters, onFilters }: Props) {
  const { t } = useTranslation()
  const list = useInfiniteQuery(servicesOptions(customerId, filters))
  const { ref } = useRowKeys<HTMLUListElement>({})
  const chosen = new Set(filters.kind)
  const filtered = chosen.size > 0 || Boolean(filters.from ?? filters.to)
  const names = Object.fromEntries(kinds.map((each) => [each.kind, each.label]))
  const toggle = (kind: string) => {
    const next = new Set(chosen)
    if (!next.delete(kind)) next.add(kind)
    onFilters({ ...filters, kind: next.size > 0 ? [...next] : undefined })
  }
  const empty = list.isSuccess && flatten(list.data).length === 0 && (
    <State
      icon={<IconHistory />}
      title={t(filtered ? 'record.servicesNoMatch' : 'record.servicesEmpty')}
      action={
        filtered && (
          <Button variant="default" onClick={() => onFilters({})}>
            {t('common.clear')}
          </Button>
        )
      }
    >
      <p>{t(filtered ? 'timeline.noMatchText' : 'record.servicesEmptyText')}</p>
    </State>
  )
  return (
    <div>
      <div className={classes.filters} role="group" aria-label={t('record.servicesFilter')}>
        <Pills>
          <RangeMenu label={t('record.period2')} range={filters} onChange={(range) => onFilters({ kind: filters.kind, ...range })} />
          {kinds.map((each) => (
            <button key={each.kind} type="button" className={frame.toggle} aria-pressed={chosen.has(each.kind)} onClick={() => toggle(each.kind)}>
              {each.label}
            </button>
          ))}
        </Pills>
      </div>
      <EndlessList list={list} body={ref} empty={empty}>
        {flatten(list.data).map((each) => {
          const Icon = ICONS[each.kind] ?? IconTool
          return (
            <li key={each.service_id} className={frame.item} data-row={each.service_id} tabIndex={-1}>
              <div className={frame.status}>
                <Chip icon={<Icon />} tone={each.is_open ? 'warning' : 'neutral'}>
                  {names[each.kind] ?? each.kind}
                </Chip>
              </div>
              <div>
                {each.subject_type === 'CASE' ? (
                  <Link to="/cases/$caseId" params={{ caseId: each.subject_id }} preload={false} className={frame.name}>
                    {each.title}
                  </Link>
                ) : (
                  <span className={frame.name}>{each.title}</span>
                )}
                <p>{[each.detail, each.outcome].filter(Boolean).join(' · ')}</p>
                <p className={frame.who}>
                  <Ago at={each.occurred_at} />
                  {each.actor && `, ${t('record.by', { name: each.actor })}`}
                </p>
              </div>
            </li>
          )
        })}
      </EndlessList>
    </div>
  )
}
