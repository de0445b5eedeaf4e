import { Select, type SelectProps } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { productsQuery } from './query'

/** One of the products that the organisation sells, or none yet. */
export function ProductSelect(props: Omit<SelectProps, 'data'>) {
  const { t } = useTranslation()
  const products = useQuery(productsQuery)
  return (
    <Select
      searchable
      clearable
      allowDeselect
      clearButtonProps={{ 'aria-label': t('sales.noProduct') }}
      placeholder={t('sales.noProduct')}
      nothingFoundMessage={t('sales.noProductFound')}
      data={(products.data?.items ?? []).map((each) => ({ value: each.code, label: each.name }))}
      {...props}
    />
  )
}
