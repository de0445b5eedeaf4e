import '../texts/id/segments'

import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconPlus, IconUsersGroup } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { useMe } from '~/features/iam/public/me'
import { useCommands } from '~/lib/commands'
import { count } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { may } from '~/lib/permissions'
import { useRowKeys } from '~/lib/rows'
import { ButtonLink } from '~/ui/ButtonLink'
import { FilterMenu } from '~/ui/FilterMenu'
import { EndlessTable } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { Pills } from '~/ui/Pills'
import { Problem, State } from '~/ui/states'
import { Ago } from '~/ui/Time'
import { SearchBox } from '../SearchBox'
import { KindChip } from '../segments/chips'
import { KINDS, type SegmentFilters, segmentsOptions } from '../segments/query'
import frame from '~/ui/List.module.css'
import table from '~/ui/Table.module.css'

interface Props {
  filters: SegmentFilters
  onFilters: (filters: SegmentFilters) => void
  onOpen: (segmentId: string) => void
  onNew: () => void
}

const COLUMNS = ['name', 'kind', 'members', 'refreshed', 'updated'] as const
const WIDTHS = { kind: 130, members: 120, refreshed: 170, updated: 200 }

/** Segments of customers, with how many they are and which campaigns use them. */
export function Segments({ filters, onFilters, onOpen, onNew }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const makes = may(me, 'campaign', 'C')
  const list = useInfiniteQuery(segmentsOptions(filters))
  const rows = flatten(list.data)
  const { ref } = useRowKeys<HTMLTableSectionElement>({ onOpen })
  useCommands([{ id: 'segments.make', group: 'list', label: t('segments.make'), keys: 'c', hidden: !makes, run: onNew }])
  if (list.isError && !list.data && hasStatus(list.error, 403)) return <Problem page error={list.error} onRetry={() => void list.refetch()} />
  const set = (part: SegmentFilters) => onFilters({ ...filters, ...part })
  const narrowed = Boolean(filters.q ?? filters.kind ?? filters.archived)
  const everything = (
    <Button variant="default" onClick={() => onFilters({})}>
      {t('common.clear')}
    </Button>
  )
  const create = makes && (
    <ButtonLink to="/segments/new" leftSection={<IconPlus size={15} />}>
      {t('segments.make')}
    </ButtonLink>
  )
  return (
    <Page title={t('segments.title')} text={t('segments.text')} actions={create}>
      <Pills>
        <SearchBox label={t('segments.find')} value={filters.q ?? ''} onChange={(q) => set({ q: q || undefined })} />
        <FilterMenu label={t('segments.fields.kind')} value={filters.kind} options={KINDS.map((value) => ({ value, label: t(`segments.kinds.${value}`) }))} onChange={(kind) => set({ kind })} />
        <button type="button" className={frame.toggle} aria-pressed={filters.archived === 'yes'} onClick={() => set({ archived: filters.archived ? undefined : 'yes' })}>
          {t('segments.archived')}
        </button>
      </Pills>
      <EndlessTable
        list={list}
        remedy={everything}
        empty={
          rows.length === 0 && (
            <State icon={<IconUsersGroup />} title={t(narrowed ? 'segments.emptyFiltered' : 'segments.empty')} action={narrowed ? everything : create}>
              {!narrowed && <p>{t('segments.emptyText')}</p>}
            </State>
          )
        }
        columns={COLUMNS}
        head={(column) => t(`segments.columns.${column}`)}
        widths={WIDTHS}
        body={ref}
      >
        {rows.map((row) => (
          <tr key={row.segment_id} className={table.row}>
            <td className={table.wide}>
              <Link to="/segments/$segmentId" params={{ segmentId: row.segment_id }} data-row={row.segment_id} className={`${table.open} ${table.name} ${table.link}`}>
                {row.name}
              </Link>
              {row.description && <span className={table.sub}>{row.description}</span>}
            </td>
            <td>
              <KindChip kind={row.kind} />
            </td>
            <td className="num" data-label={t('segments.columns.members')}>
              {row.member_count === null ? '–' : count(row.member_count)}
            </td>
            <td data-label={t('segments.columns.refreshed')}>{row.refreshed_at ? <Ago at={row.refreshed_at} /> : '–'}</td>
            <td className={table.wide} data-label={t('segments.columns.updated')}>
              <Ago at={row.updated_at} /> {row.updated_by && <span className={table.sub}>{row.updated_by.full_name}</span>}
            </td>
          </tr>
        ))}
      </EndlessTable>
    </Page>
  )
}
