import '../texts/id/campaigns'

import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconPlus, IconSpeakerphone } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { useMe } from '~/features/iam/public/me'
import { useCommands } from '~/lib/commands'
import { dateTime } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { may } from '~/lib/permissions'
import { useRowKeys } from '~/lib/rows'
import { ButtonLink } from '~/ui/ButtonLink'
import { FilterMenu } from '~/ui/FilterMenu'
import { EndlessTable } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { Pills } from '~/ui/Pills'
import { Problem, State } from '~/ui/states'
import { Views } from '~/ui/Views'
import { Calendar } from '../campaigns/Calendar'
import { CampaignChip } from '../campaigns/chips'
import { type CampaignFilters, campaignsOptions, CHANNELS, STATUSES } from '../campaigns/query'
import { SearchBox } from '../SearchBox'
import frame from '~/ui/List.module.css'
import table from '~/ui/Table.module.css'

export interface CampaignsSearch extends CampaignFilters {
  view?: string
  month?: string
}

interface Props {
  search: CampaignsSearch
  onSearch: (search: CampaignsSearch) => void
  onOpen: (campaignId: string) => void
  onNew: () => void
}

/** Campaigns as a list or in a calendar. */
export function Campaigns({ search, onSearch, onOpen, onNew }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const makes = may(me, 'campaign', 'C')
  const { view: asked, month, ...filters } = search
  const view = asked === 'calendar' ? 'calendar' : 'list'
  useCommands([{ id: 'campaigns.make', group: 'list', label: t('campaigns.make'), keys: 'c', hidden: !makes, run: onNew }])
  const list = useInfiniteQuery({ ...campaignsOptions(filters), enabled: view === 'list' })
  if (list.isError && !list.data && hasStatus(list.error, 403)) return <Problem page error={list.error} onRetry={() => void list.refetch()} />
  const create = makes && (
    <ButtonLink to="/campaigns/new" leftSection={<IconPlus size={15} />}>
      {t('campaigns.make')}
    </ButtonLink>
  )
  return (
    <Page title={t('campaigns.title')} text={t('campaigns.text')} actions={create}>
      <Views
        label={t('campaigns.viewsLabel')}
        views={[
          { key: 'list', label: t('campaigns.list') },
          { key: 'calendar', label: t('campaigns.calendar') },
        ]}
        value={view}
        onChange={(next) => onSearch({ ...search, view: next === 'list' ? undefined : next })}
      />
      {view === 'calendar' ? (
        <Calendar month={month} onMonth={(next) => onSearch({ ...search, month: next })} />
      ) : (
        <List filters={filters} create={create} onFilters={onSearch} onOpen={onOpen} />
      )}
    </Page>
  )
}

const COLUMNS = ['name', 'status', 'channel', 'segment', 'schedule'] as const
const WIDTHS = { status: 180, segment: '20%', channel: 120, schedule: 190 }

interface ListProps {
  filters: CampaignFilters
  create: ReactNode
  onFilters: (filters: CampaignFilters) => void
  onOpen: (campaignId: string) => void
}

function List({ filters, create, onFilters, onOpen }: ListProps) {
  const { t } = useTranslation()
  const list = useInfiniteQuery(campaignsOptions(filters))
  const { ref } = useRowKeys<HTMLTableSectionElement>({ onOpen })
  const rows = flatten(list.data)
  const set = (part: CampaignFilters) => onFilters({ ...filters, ...part })
  const narrowed = Boolean(filters.q ?? filters.status ?? filters.channel ?? filters.mine)
  const everything = (
    <Button variant="default" onClick={() => onFilters({})}>
      {t('common.clear')}
    </Button>
  )
  return (
    <>
      <Pills>
        <SearchBox label={t('campaigns.find')} value={filters.q ?? ''} onChange={(q) => set({ q: q || undefined })} />
        <FilterMenu label={t('campaigns.columns.status')} value={filters.status} options={STATUSES.map((value) => ({ value, label: t(`campaigns.statuses.${value}`) }))} onChange={(status) => set({ status })} />
        <FilterMenu label={t('campaigns.columns.channel')} value={filters.channel} options={CHANNELS.map((value) => ({ value, label: t(`campaigns.channels.${value}`) }))} onChange={(channel) => set({ channel })} />
        <button type="button" className={frame.toggle} aria-pressed={filters.mine === 'yes'} onClick={() => set({ mine: filters.mine ? undefined : 'yes' })}>
          {t('campaigns.mine')}
        </button>
        <FilterMenu
          label={t('campaigns.sort')}
          value={filters.sort}
          options={[
            { value: 'scheduled', label: t('campaigns.sorts.scheduled') },
            { value: 'name', label: t('campaigns.sorts.name') },
          ]}
          onChange={(sort) => set({ sort })}
        />
      </Pills>
      <EndlessTable
        list={list}
        remedy={everything}
        empty={
          rows.length === 0 && (
            <State icon={<IconSpeakerphone />} title={t(narrowed ? 'campaigns.emptyFiltered' : 'campaigns.empty')} action={narrowed ? everything : create}>
              {!narrowed && <p>{t('campaigns.emptyText')}</p>}
            </State>
          )
        }
        columns={COLUMNS}
        head={(column) => t(`campaigns.columns.${column}`)}
        widths={WIDTHS}
        body={ref}
      >
        {rows.map((row) => (
          <tr key={row.campaign_id} className={table.row}>
            <td className={table.wide}>
              <Link to="/campaigns/$campaignId" params={{ campaignId: row.campaign_id }} data-row={row.campaign_id} className={`${table.open} ${table.name} ${table.link}`}>
                {row.name}
              </Link>
              <span className={table.sub}>
                {row.number} · {row.objective_name}
              </span>
            </td>
            <td>
              <CampaignChip status={row.status} name={row.status_name} />
            </td>
            <td>{row.channel_name ?? '–'}</td>
            <td className={table.wide} data-label={t('campaigns.columns.segment')}>
              {row.segment?.name ?? '–'}
            </td>
            <td className={table.wide} data-label={t('campaigns.columns.schedule')}>{row.started_at ? dateTime(row.started_at) : row.scheduled_at ? dateTime(row.scheduled_at) : t('campaigns.byHand')}</td>
          </tr>
        ))}
      </EndlessTable>
    </>
  )
}
