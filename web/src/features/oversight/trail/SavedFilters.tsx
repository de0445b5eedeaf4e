import { Button, Menu } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { IconBookmark, IconBookmarkPlus, IconCheck, IconPencil, IconRefresh, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Confirm } from '~/ui/Confirm'
import { toastDone, toastProblem } from '~/ui/toast'
import { standingVersion, useStale } from '~/ui/useStale'
import type { AuditFilters } from '../query'
import { FilterDialog } from './FilterDialog'
import { filterRemove, filtersOf, filterUpdate, FILTERS, sameFilters, type SavedFilter, savedFiltersQuery } from './query'
import classes from './SavedFilters.module.css'

interface Props {
  filters: AuditFilters
  applied: string | undefined
  onApply: (filters: AuditFilters, saved?: string) => void
}

/** Filters kept under a name: one's own, and those that a role of one's own shares. */
export function SavedFilters({ filters, applied, onApply }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const stale = useStale()
  const query = useQuery(savedFiltersQuery)
  const [asking, setAsking] = useState<'keep' | 'change' | 'remove' | null>(null)
  const close = () => setAsking(null)
  const items = query.data?.items ?? []
  const own = items.filter((each) => each.can.update)
  const shared = items.filter((each) => !each.can.update)
  const current = items.find((each) => each.id === applied)
  const changed = current !== undefined && !sameFilters(filtersOf(current), filters)
  const some = Object.values(filters).some(Boolean)
  const settled = () => void client.invalidateQueries({ queryKey: FILTERS })
  const refill = useMutation({
    mutationFn: ({ kept, version }: { kept: SavedFilter; version: number }) => filterUpdate(kept.id, { name: kept.name, shared_with: kept.shared_with, filters }, version),
    onSuccess: (next) => toastDone(t('trail.saved', { name: next.name })),
    onError: (error, { kept }) => {
      const standing = standingVersion(error)
      if (standing) stale.ask({ version: standing.version, again: (version) => refill.mutate({ kept, version }) })
      else toastProblem(error)
    },
    onSettled: settled,
  })
  const remove = useMutation({
    mutationFn: (kept: SavedFilter) => filterRemove(kept.id),
    onSuccess: (_, kept) => {
      toastDone(t('trail.removed', { name: kept.name }))
      onApply(filters)
    },
    onError: toastProblem,
    onSettled: () => {
      close()
      settled()
    },
  })
  const item = (each: SavedFilter) => (
    <Menu.RadioItem
      key={each.id}
      value={each.id}
      checked={each.id === current?.id}
      checkIcon={<IconCheck size={14} aria-hidden />}
      closeMenuOnClick
      rightSection={<span className="muted">{each.can.update ? each.shared_with_name : each.owner?.full_name}</span>}
      onClick={() => onApply(filtersOf(each), each.id)}
    >
      {each.name}
    </Menu.RadioItem>
  )
  // The kit's label is presentational, which a menu may not hold.
  const group = (label: string, filters: readonly SavedFilter[]) =>
    filters.length > 0 && (
      <div role="group" aria-label={label}>
        <div className={classes.label} aria-hidden>
          {label}
        </div>
        {filters.map(item)}
      </div>
    )
  return (
    <>
      <Menu position="bottom-end" width={340} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={15} aria-hidden />}>
            {current ? `${current.name}${changed ? ` ${t('trail.changed')}` : ''}` : t('trail.filters')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
          {query.isError && <Menu.Item onClick={() => void query.refetch()}>{t('trail.failed')}</Menu.Item>}
          {query.isSuccess && items.length === 0 && <Menu.Item disabled>{t('trail.none')}</Menu.Item>}
          {group(t('trail.own'), own)}
          {group(t('trail.shared'), shared)}
          <Menu.Divider />
          {current?.can.update && changed && (
            <Menu.Item leftSection={<IconRefresh size={15} aria-hidden />} onClick={() => refill.mutate({ kept: current, version: current.version })}>
              {t('trail.refill', { name: current.name })}
            </Menu.Item>
          )}
          <Menu.Item disabled={!some} leftSection={<IconBookmarkPlus size={15} aria-hidden />} onClick={() => setAsking('keep')}>
            {t('trail.keep')}
          </Menu.Item>
          {current?.can.update && (
            <>
              <Menu.Item leftSection={<IconPencil size={15} aria-hidden />} onClick={() => setAsking('change')}>
                {t('trail.change', { name: current.name })}
              </Menu.Item>
              <Menu.Item color="red" leftSection={<IconTrash size={15} aria-hidden />} onClick={() => setAsking('remove')}>
                {t('trail.remove', { name: current.name })}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {asking === 'keep' && (
        <FilterDialog
          filters={filters}
          onDone={(kept) => {
            close()
            onApply(filters, kept.id)
          }}
          onClose={close}
        />
      )}
      {asking === 'change' && current && <FilterDialog kept={current} filters={filters} onDone={close} onClose={close} />}
      {asking === 'remove' && current && (
        <Confirm opened danger title={t('trail.removeTitle', { name: current.name })} action={t('trail.removeShort')} busy={remove.isPending} onConfirm={() => remove.mutate(current)} onClose={close}>
          <p>{t(current.shared_with ? 'trail.removeSharedText' : 'trail.removeText')}</p>
        </Confirm>
      )}
      {stale.dialog}
    </>
  )
}
