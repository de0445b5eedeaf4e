import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { Chip } from '~/ui/Chip'
import { Problem } from '~/ui/states'
import { BoneRows } from '~/ui/TableBones'
import { type Resolution, resolutionsQuery } from './query'
import table from '~/ui/Table.module.css'

const COLUMNS = ['name', 'state', 'act'] as const

/** The codes with which cases are closed. */
export function ResolutionTable({ onChange }: { onChange: ((resolution: Resolution) => void) | undefined }) {
  const { t } = useTranslation()
  const list = useQuery(resolutionsQuery)
  if (list.isError && !list.data) return <Problem error={list.error} onRetry={() => void list.refetch()} />
  return (
    <table className={table.table} aria-busy={list.isPending || undefined}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (column === 'act' ? <td key={column} /> : <th key={column} scope="col">{t(`levels.resolutionColumns.${column}`)}</th>))}
        </tr>
      </thead>
      <tbody>
        {list.isPending && <BoneRows columns={COLUMNS} rows={6} />}
        {list.data?.items.map((each) => (
          <tr key={each.code}>
            <td>
              <span className={table.name}>{each.name}</span>
              <span className={table.key}>{each.code}</span>
            </td>
            <td>{each.is_active ? <Chip tone="success">{t('levels.used')}</Chip> : <Chip>{t('levels.unused')}</Chip>}</td>
            <td>
              {onChange && each.can.update && (
                <span className={table.acts}>
                  <Button variant="default" aria-label={`${t('levels.change')}: ${each.name}`} onClick={() => onChange(each)}>
                    {t('levels.change')}
                  </Button>
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
