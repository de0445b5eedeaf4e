import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { Chip } from '~/ui/Chip'
import { Listing } from '~/ui/Listing'
import { Table } from '~/ui/Table'
import type { StageRow } from '../model'
import { allStagesQuery } from '../query'
import table from '~/ui/Table.module.css'

const COLUMNS = ['name', 'probability', 'state', 'act'] as const
const WIDTHS = { probability: 140, state: 130, act: 92 }

/** The stages of opportunities with their chances. */
export function StageTable({ onChange }: { onChange: (stage: StageRow) => void }) {
  const { t } = useTranslation()
  const list = useQuery(allStagesQuery)
  return (
    <Listing list={list}>
      <Table
        columns={COLUMNS}
        head={(column) => column !== 'act' && t(`salesSetup.columns.${column}`)}
        widths={WIDTHS}
        pending={list.isPending}
        bones={6}
      >
        {list.data?.items.map((each) => (
          <tr key={each.stage}>
            <td>
              <span className={table.name}>{each.name}</span>
              <span className={table.key}>{each.stage}</span>
            </td>
            <td className="num" data-label={t('salesSetup.columns.probability')}>
              {each.probability} %
            </td>
            <td>
              {each.is_active ? (
                <Chip tone="success">{t('salesSetup.used')}</Chip>
              ) : (
                <Chip>{t('salesSetup.unused')}</Chip>
              )}
            </td>
            <td>
              {each.can.update && (
                <span className={table.acts}>
                  <Button
                    variant="default"
                    aria-label={`${t('sales.change')}: ${each.name}`}
                    onClick={() => onChange(each)}
                  >
                    {t('sales.change')}
                  </Button>
                </span>
              )}
            </td>
          </tr>
        ))}
      </Table>
    </Listing>
  )
}
