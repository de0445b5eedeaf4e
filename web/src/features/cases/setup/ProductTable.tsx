import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { Chip } from '~/ui/Chip'
import { Listing } from '~/ui/Listing'
import { Table } from '~/ui/Table'
import { ChangeAct } from './ChangeAct'
import { type Product, productsQuery } from './query'
import table from '~/ui/Table.module.css'

const COLUMNS = ['name', 'state', 'act'] as const

/** The products that cases are about. */
export function ProductTable({ onChange }: { onChange: ((product: Product) => void) | undefined }) {
  const { t } = useTranslation()
  const list = useQuery(productsQuery)
  return (
    <Listing list={list}>
      <Table columns={COLUMNS} head={(column) => column !== 'act' && t(`levels.productColumns.${column}`)} pending={list.isPending} bones={6}>
        {list.data?.items.map((each) => (
          <tr key={each.code}>
            <td>
              <span className={table.name}>{each.name}</span>
              <span className={table.key}>{each.code}</span>
            </td>
            <td>{each.is_active ? <Chip tone="success">{t('levels.used')}</Chip> : <Chip>{t('levels.unused')}</Chip>}</td>
            <td><ChangeAct row={each} onChange={onChange} /></td>
          </tr>
        ))}
      </Table>
    </Listing>
  )
}
