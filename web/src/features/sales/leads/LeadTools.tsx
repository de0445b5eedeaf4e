import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { FilterMenu, type Option } from '~/ui/FilterMenu'
import { Pills } from '~/ui/Pills'
import { AGINGS, BANDS, CLOSED_STATUSES, OPEN_STATUSES, SOURCES } from '../model'
import { assignsLeads } from '../rights'
import { SearchBox } from '../SearchBox'
import { useAssignees, LEAD_SORTS, type LeadFilters } from './query'
import frame from '~/ui/List.module.css'

interface Props {
  filters: LeadFilters
  /** The board has no words, no order and no end to filter by. */
  board: boolean
  words: string
  onChange: (filters: LeadFilters) => void
  onWords: (words: string) => void
}

/** What narrows leads; all but the searched words stands in the address. */
export function LeadTools({ filters, board, words, onChange, onWords }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const supervises = assignsLeads(me)
  const people = useAssignees(supervises ? me.branches.map((each) => each.code) : [])
  const set = (part: LeadFilters) => onChange({ ...filters, ...part })
  const turn = (name: 'mine' | 'unassigned') => (
    <button
      type="button"
      className={frame.toggle}
      aria-pressed={filters[name] === 'yes'}
      onClick={() =>
        set({
          [name]: filters[name] ? undefined : 'yes',
          ...(name === 'unassigned' && { owner: undefined }),
        })
      }
    >
      {t(`leads.filters.${name}`)}
    </button>
  )
  const only = (value: string | undefined, label: string): Option[] =>
    value ? [{ value, label }] : []
  return (
    <Pills>
      {!board && <SearchBox label={t('leads.find')} value={words} onChange={onWords} />}
      {supervises && turn('unassigned')}
      {supervises && (
        <FilterMenu
          label={t('leads.fields.owner')}
          value={filters.owner}
          options={people.map((each) => ({ value: each.id, label: each.full_name }))}
          onChange={(owner) => set({ owner, unassigned: undefined })}
        />
      )}
      {!board && (
        <FilterMenu
          label={t('leads.fields.status')}
          value={filters.status}
          options={[...OPEN_STATUSES, ...CLOSED_STATUSES].map((value) => ({
            value,
            label: t(`leads.statuses.${value}`),
          }))}
          onChange={(status) =>
            set({
              status,
              closed: status?.startsWith('CLOSED')
                ? 'yes'
                : filters.closed === 'yes'
                  ? undefined
                  : filters.closed,
            })
          }
        />
      )}
      <FilterMenu
        label={t('leads.fields.source')}
        value={filters.source}
        options={SOURCES.map((value) => ({ value, label: t(`leads.sources.${value}`) }))}
        onChange={(source) => set({ source, origin: undefined })}
      />
      <FilterMenu
        label={t('leads.fields.age')}
        value={filters.aging}
        options={AGINGS.map((value) => ({ value, label: t(`sales.aging.${value}`) }))}
        onChange={(aging) => set({ aging })}
      />
      <FilterMenu
        label={t('leads.fields.score')}
        value={filters.band}
        options={BANDS.map((value) => ({ value, label: t(`leads.bands.${value}`) }))}
        onChange={(band) => set({ band })}
      />
      {me.branches.length > 1 && (
        <FilterMenu
          label={t('leads.fields.branch')}
          value={filters.branch}
          options={me.branches.map((each) => ({ value: each.code, label: each.name }))}
          onChange={(branch) => set({ branch })}
        />
      )}
      {filters.customer && (
        <FilterMenu
          label={t('leads.fields.customer')}
          value={filters.customer}
          options={only(filters.customer, t('sales.oneCustomer'))}
          onChange={(customer) => set({ customer })}
        />
      )}
      {filters.origin && (
        <FilterMenu
          label={t('leads.filters.origin')}
          value={filters.origin}
          options={only(filters.origin, t('leads.oneOrigin'))}
          onChange={(origin) => set({ origin })}
        />
      )}
      {!board && (
        <>
          <FilterMenu
            label={t('leads.filters.closed')}
            value={filters.closed}
            options={(['yes', 'all'] as const).map((value) => ({
              value,
              label: t(`sales.closedChoice.${value}`),
            }))}
            onChange={(closed) => set({ closed, status: undefined })}
          />
          <FilterMenu
            label={t('leads.filters.sort')}
            value={filters.sort}
            options={LEAD_SORTS.filter((each) => each !== '-created').map((value) => ({
              value,
              label: t(`leads.sorts.${value as 'status_since'}`),
            }))}
            onChange={(sort) => set({ sort })}
          />
        </>
      )}
    </Pills>
  )
}
