import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { branchesQuery } from '~/features/iam/public/me'
import { FilterMenu } from '~/ui/FilterMenu'
import { Pills } from '~/ui/Pills'
import { useCodes } from './public/codes'
import type { SearchFilters } from './public/search'

interface Props {
  filters: SearchFilters
  onChange: (filters: SearchFilters) => void
}

const entries = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))

export function SearchFilterBar({ filters, onChange }: Props) {
  const { t } = useTranslation()
  const branches = useQuery(branchesQuery).data?.items ?? []
  const segments = useCodes('SEGMENT')
  const set = (key: keyof SearchFilters) => (value: string | undefined) => onChange({ ...filters, [key]: value })
  return (
    <Pills>
      {(branches.length > 1 || filters.branch) && (
        <FilterMenu
          label={t('customers.branch')}
          value={filters.branch}
          options={branches.map((branch) => ({ value: branch.code, label: branch.name, detail: branch.code }))}
          onChange={set('branch')}
        />
      )}
      <FilterMenu
        label={t('customers.segment')}
        value={filters.segment}
        options={segments.all}
        onChange={set('segment')}
      />
      <FilterMenu label={t('customers.status')} value={filters.status} options={entries(t('customers.statuses', { returnObjects: true }))} onChange={set('status')} />
      <FilterMenu label={t('customers.vip')} value={filters.vip} options={[{ value: 'yes', label: t('customers.vipOnly') }]} onChange={set('vip')} />
      <FilterMenu label={t('customers.rfm')} value={filters.rfm} options={entries(t('customers.rfms', { returnObjects: true }))} onChange={set('rfm')} />
      {Object.values(filters).some(Boolean) && (
        <Button variant="subtle" color="gray" h={28} onClick={() => onChange({})}>
          {t('common.clear')}
        </Button>
      )}
    </Pills>
  )
}
