import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { Chip } from '~/ui/Chip'
import { Listing } from '~/ui/Listing'
import { Table } from '~/ui/Table'
import { StateChip } from '../chips'
import type { Reason } from '../model'
import { allReasonsQuery } from '../query'
import table from '~/ui/Table.module.css'

const COLUMNS = ['name', 'outcome', 'state', 'act'] as const
const WIDTHS = { outcome: 150, state: 130, act: 92 }

/** Why leads and opportunities end. */
export function ReasonTable({ onChange }: { onChange: (reason: Reason) => void }) {
  const { t } = useTranslation()
  const list = useQuery(allReasonsQuery)
  return (
    <Listing list={list}>
      <Table
        columns={COLUMNS}
        head={(column) => column !== 'act' && t(`salesSetup.columns.${column}`)}
        widths={WIDTHS}
        pending={list.isPending}
        bones={8}
      >
        {list.data?.items.map((each) => (
          <tr key={each.code}>
            <td>
              <span className={table.name}>{each.name}</span>
              <span className={table.key}>{each.code}</span>
            </td>
            <td>
              <StateChip
                state={`CLOSED_${each.outcome}`}
                name={t(`salesSetup.outcomes.${each.outcome}`)}
              />
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
