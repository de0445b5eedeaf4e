import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { CatalogueDialog } from './CatalogueDialog'
import { type Product, setupKeys } from './query'

interface Props {
  product?: Product
  onClose: () => void
}

/** A product that cases are about. */
export function ProductDialog({ product, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <CatalogueDialog
      entry={product}
      title={product ? t('levels.categoryChangeTitle', { name: product.name }) : t('levels.productMake')}
      active={t('levels.productActive')}
      own={{}}
      listKey={setupKeys.products}
      taken="case_product_exists"
      save={(code, body, version) =>
        version
          ? unwrap(api.PUT('/api/v1/case-products/{code}', { params: { path: { code } }, body: { ...body, version } }))
          : unwrap(api.POST('/api/v1/case-products', { body: { ...body, code } }))
      }
      onClose={onClose}
    />
  )
}
