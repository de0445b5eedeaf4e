import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { branchesQuery } from '~/features/iam/public/me'
import { FilterMenu } from '~/ui/FilterMenu'
import { Pills } from '~/ui/Pills'
import { agentsOptions, DUE_HOURS, type MemberFilters, STATUSES } from '../query'

interface Props {
  filters: MemberFilters
  onChange: (filters: MemberFilters) => void
}

/** What narrows the list of members; all of it stands in the address. */
export function MemberTools({ filters, onChange }: Props) {
  const { t } = useTranslation()
  const agents = useQuery(agentsOptions)
  const branches = useQuery(branchesQuery)
  const { due } = filters
  const hours = due && !DUE_HOURS.includes(due) ? [...DUE_HOURS, due] : DUE_HOURS
  const set = (part: MemberFilters) => onChange({ ...filters, ...part })
  return (
    <Pills>
      <FilterMenu
        label={t('followup.fields.status')}
        value={filters.status}
        options={STATUSES.map((value) => ({ value, label: t(`followup.statuses.${value}`) }))}
        onChange={(status) => set({ status })}
      />
      <FilterMenu
        label={t('followup.fields.agent')}
        value={filters.agent}
        options={(agents.data?.items ?? []).map((each) => ({
          value: each.id,
          label: t('followup.agentOf', { number: each.number, name: each.person.full_name }),
        }))}
        onChange={(agent) => set({ agent })}
      />
      <FilterMenu
        label={t('followup.fields.due')}
        value={due}
        options={hours.map((value) => ({
          value,
          label: value === '0' ? t('followup.over') : t('followup.dueIn', { hours: value }),
        }))}
        onChange={(next) => set({ due: next })}
      />
      {((branches.data?.items.length ?? 0) > 1 || filters.branch) && (
        <FilterMenu
          label={t('followup.fields.branch')}
          value={filters.branch}
          options={(branches.data?.items ?? []).map((each) => ({
            value: each.code,
            label: each.name,
          }))}
          onChange={(branch) => set({ branch })}
        />
      )}
    </Pills>
  )
}
