// scaffold: leave out (the whole file)
import '../texts/id/activities'
import '../texts/id/tasks'

import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { IconHistory, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { branchesQuery, useMe } from '~/features/iam/public/me'
import { flatten } from '~/lib/keyset'
import { may } from '~/lib/permissions'
import { FilterMenu } from '~/ui/FilterMenu'
import { ListBones } from '~/ui/ListBones'
import { Endless } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { Pills } from '~/ui/Pills'
import { RangeMenu } from '~/ui/RangeMenu'
import { Problem, State } from '~/ui/states'
import { type ActivityListFilters, activityListOptions, OUTCOMES, TYPES } from '../activities'
import { ActivityDialog } from '../public/ActivityDialog'
import { ActivityRow } from '../public/ActivityList'
import { useWithdraw } from '../useWithdraw'
import classes from '../activities.module.css'

interface Props {
  filters: ActivityListFilters
  onFilters: (filters: ActivityListFilters) => void
}

/** What was done with the customers I reach, the latest first. */
export function Activities({ filters, onFilters }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const branches = useQuery(branchesQuery).data?.items ?? []
  const list = useInfiniteQuery(activityListOptions(filters))
  const withdraw = useWithdraw()
  const [logging, setLogging] = useState(false)
  if (list.isError && !list.data && hasStatus(list.error, 403)) return <Problem page error={list.error} onRetry={() => void list.refetch()} />
  const rows = flatten(list.data)
  const set = (part: ActivityListFilters) => onFilters({ ...filters, ...part })
  const narrowed = Object.values(filters).some(Boolean)
  return (
    <Page
      title={t('activities.title')}
      text={t('activities.listText')}
      actions={
        may(me, 'activity', 'C') && (
          <Button leftSection={<IconPlus size={15} />} onClick={() => setLogging(true)}>
            {t('activities.log')}
          </Button>
        )
      }
    >
      <Pills>
        <FilterMenu label={t('activities.type')} value={filters.type} options={TYPES.map((value) => ({ value, label: t(`activities.types.${value}`) }))} onChange={(type) => set({ type })} />
        <FilterMenu label={t('activities.outcome')} value={filters.outcome} options={OUTCOMES.map((value) => ({ value, label: t(`activities.outcomes.${value}`) }))} onChange={(outcome) => set({ outcome })} />
        <FilterMenu
          label={t('activities.by')}
          value={filters.by}
          options={(['me', 'managers'] as const).map((value) => ({ value, label: t(`activities.whose.${value}`) }))}
          onChange={(by) => set({ by })}
        />
        {(branches.length > 1 || filters.branch) && (
          <FilterMenu label={t('activities.branch')} value={filters.branch} options={branches.map(({ code, name }) => ({ value: code, label: name, detail: code }))} onChange={(branch) => set({ branch })} />
        )}
        <RangeMenu label={t('activities.period')} range={{ from: filters.from, to: filters.to }} onChange={({ from, to }) => set({ from, to })} />
      </Pills>
      <Endless
        list={list}
        bones={<ListBones />}
        empty={
          rows.length === 0 && (
            <State
              icon={<IconHistory />}
              title={t(narrowed ? 'activities.emptyFiltered' : 'activities.empty')}
              action={
                narrowed && (
                  <Button variant="default" onClick={() => onFilters({})}>
                    {t('common.clear')}
                  </Button>
                )
              }
            >
              <p>{t('activities.emptyText')}</p>
            </State>
          )
        }
      >
        <ul className={classes.list} style={{ marginTop: 8 }} aria-label={t('activities.title')} aria-busy={list.isPending || undefined}>
          {rows.map((activity) => (
            <li key={activity.id}>
              <ActivityRow named activity={activity} busy={withdraw.isPending && withdraw.variables.id === activity.id} onWithdraw={() => withdraw.mutate(activity)} />
            </li>
          ))}
        </ul>
      </Endless>
      {logging && <ActivityDialog onClose={() => setLogging(false)} />}
    </Page>
  )
}
