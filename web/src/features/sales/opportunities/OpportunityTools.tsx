import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { FilterMenu } from '~/ui/FilterMenu'
import { Pills } from '~/ui/Pills'
import { useAssignees } from '../leads/query'
import { CLOSED_STATUSES, OPEN_STAGES } from '../model'
import { monthName, monthsFrom } from '../months'
import { assignsLeads } from '../rights'
import { SearchBox } from '../SearchBox'
import { OPPORTUNITY_SORTS, type OpportunityFilters } from './query'

interface Props {
  filters: OpportunityFilters
  board: boolean
  words: string
  onChange: (filters: OpportunityFilters) => void
  onWords: (words: string) => void
}

const AHEAD = 6

/** What narrows opportunities; all but the searched words stands in the address. */
export function OpportunityTools({ filters, board, words, onChange, onWords }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const supervises = assignsLeads(me)
  const people = useAssignees(supervises ? me.branches.map((each) => each.code) : [])
  const set = (part: OpportunityFilters) => onChange({ ...filters, ...part })
  const months = monthsFrom(new Date(), AHEAD)
  if (filters.month && !months.includes(filters.month)) months.unshift(filters.month)
  return (
    <Pills>
      {!board && <SearchBox label={t('opportunities.find')} value={words} onChange={onWords} />}
      {supervises && (
        <FilterMenu
          label={t('opportunities.fields.owner')}
          value={filters.owner}
          options={people.map((each) => ({ value: each.id, label: each.full_name }))}
          onChange={(owner) => set({ owner })}
        />
      )}
      {!board && (
        <FilterMenu
          label={t('opportunities.fields.stage')}
          value={filters.stage}
          options={[...OPEN_STAGES, ...CLOSED_STATUSES].map((value) => ({
            value,
            label: t(`opportunities.stages.${value}`),
          }))}
          onChange={(stage) =>
            set({
              stage,
              closed: stage?.startsWith('CLOSED')
                ? 'yes'
                : filters.closed === 'yes'
                  ? undefined
                  : filters.closed,
            })
          }
        />
      )}
      <FilterMenu
        label={t('opportunities.fields.close')}
        value={filters.month}
        options={months.map((value) => ({ value, label: monthName(value) }))}
        onChange={(month) => set({ month })}
      />
      {me.branches.length > 1 && (
        <FilterMenu
          label={t('opportunities.fields.branch')}
          value={filters.branch}
          options={me.branches.map((each) => ({ value: each.code, label: each.name }))}
          onChange={(branch) => set({ branch })}
        />
      )}
      {filters.customer && (
        <FilterMenu
          label={t('opportunities.fields.customer')}
          value={filters.customer}
          options={[{ value: filters.customer, label: t('sales.oneCustomer') }]}
          onChange={(customer) => set({ customer })}
        />
      )}
      {!board && (
        <>
          <FilterMenu
            label={t('opportunities.filters.closed')}
            value={filters.closed}
            options={(['yes', 'all'] as const).map((value) => ({
              value,
              label: t(`sales.closedChoice.${value}`),
            }))}
            onChange={(closed) => set({ closed, stage: undefined })}
          />
          <FilterMenu
            label={t('opportunities.filters.sort')}
            value={filters.sort}
            options={OPPORTUNITY_SORTS.filter((each) => each !== '-created').map((value) => ({
              value,
              label: t(`opportunities.sorts.${value as 'closing'}`),
            }))}
            onChange={(sort) => set({ sort })}
          />
        </>
      )}
    </Pills>
  )
}
