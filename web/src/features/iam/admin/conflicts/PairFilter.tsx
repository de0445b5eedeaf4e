import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { FilterMenu } from '~/ui/FilterMenu'
import { type ConflictFilters, conflictsQuery } from './query'

interface Props {
  filters: ConflictFilters
  onFilters: (filters: ConflictFilters) => void
}

/** Only what is of one pair. */
export function PairFilter({ filters, onFilters }: Props) {
  const { t } = useTranslation()
  const pairs = useQuery(conflictsQuery).data?.items ?? []
  return (
    <FilterMenu
      label={t('conflicts.pair')}
      value={filters.pair}
      options={pairs.map((pair) => ({ value: pair.id, label: t('conflicts.and', { first: pair.first.name, second: pair.second.name }) }))}
      onChange={(pair) => onFilters({ ...filters, pair })}
    />
  )
}
