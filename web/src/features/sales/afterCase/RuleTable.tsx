import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { Chip } from '~/ui/Chip'
import { Listing } from '~/ui/Listing'
import { Table } from '~/ui/Table'
import table from '~/ui/Table.module.css'
import { type AfterCaseRule, rulesQuery } from './query'

const COLUMNS = ['rule', 'task', 'cases', 'due', 'state', 'act'] as const
const WIDTHS = { cases: '24%', due: 90, state: 130, act: 92 }

interface Props {
  manages: boolean
  onChange: (rule: AfterCaseRule) => void
}

/** The rules in the order in which they are read: the first that fits decides. */
export function RuleTable({ manages, onChange }: Props) {
  const { t } = useTranslation()
  const list = useQuery(rulesQuery)
  return (
    <Listing list={list}>
      <Table
        columns={COLUMNS}
        head={(column) => column !== 'act' && t(`afterCase.columns.${column}`)}
        widths={WIDTHS}
        pending={list.isPending}
        bones={2}
      >
        {list.data?.items.map((rule) => (
          <tr key={rule.id}>
            <td>
              <span className={table.name}>{rule.name}</span>
            </td>
            <td className={table.wide}>
              {rule.task_title}
              {rule.task_notes && <span className={table.sub}>{rule.task_notes}</span>}
            </td>
            <td className={table.wide}>
              {rule.categories.length === 0
                ? t('afterCase.anyCategory')
                : rule.categories.map((each) => each.name).join(', ')}
            </td>
            <td className="num" data-label={t('afterCase.columns.due')}>
              {t('afterCase.days', { count: rule.due_in_days })}
            </td>
            <td>
              {rule.is_active ? (
                <Chip tone="success">{t('afterCase.used')}</Chip>
              ) : (
                <Chip>{t('afterCase.unused')}</Chip>
              )}
            </td>
            <td>
              {manages && (
                <span className={table.acts}>
                  <Button
                    variant="default"
                    aria-label={t('afterCase.change', { name: rule.name })}
                    onClick={() => onChange(rule)}
                  >
                    {t('afterCase.changeShort')}
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
