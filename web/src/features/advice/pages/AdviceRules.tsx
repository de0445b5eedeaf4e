import '../texts/id/nextActions'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { Chip } from '~/ui/Chip'
import { Listing } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { Problem } from '~/ui/states'
import { Table } from '~/ui/Table'
import table from '~/ui/Table.module.css'
import { PriorityChip } from '../PriorityChip'
import { type AdviceRule, adviceRulesQuery } from '../query'
import { RuleDialog } from '../RuleDialog'
import classes from '../advice.module.css'

const COLUMNS = ['rule', 'asks', 'priority', 'cooldown', 'state', 'act'] as const
const WIDTHS = { rule: '24%', asks: '34%', priority: 100, cooldown: 90, act: 76 }

/** The rules of advice, in the order in which advice stands. */
export function AdviceRules() {
  const { t } = useTranslation()
  const list = useQuery(adviceRulesQuery)
  const [editing, setEditing] = useState<AdviceRule | null>(null)
  if (list.isError && !list.data && hasStatus(list.error, 403))
    return <Problem page error={list.error} onRetry={() => void list.refetch()} />
  return (
    <Page title={t('nextActions.rules')} text={t('nextActions.rulesText')}>
      <Listing list={list}>
        <Table
          columns={COLUMNS}
          head={(column) => column !== 'act' && t(`nextActions.columns.${column}`)}
          widths={WIDTHS}
          pending={list.isPending}
          bones={7}
        >
          {list.data?.items.map((rule) => (
            <tr key={rule.code}>
              <td className={`${table.wide} ${classes.wrap}`}>
                <span className={table.name}>{rule.name}</span>
                <span className={table.sub}>{`${rule.action_label} · ${rule.kind_label}`}</span>
              </td>
              <td className={`${table.wide} ${classes.wrap}`} data-label={t('nextActions.columns.asks')}>
                {rule.needs.join(', ') || t('nextActions.asksNothing')}
                {rule.parameters.map((each) => (
                  <span key={each.key} className={table.sub}>{`${each.label}: ${each.value} ${each.unit}`}</span>
                ))}
              </td>
              <td>
                <PriorityChip of={rule} />
              </td>
              <td className="num" data-label={t('nextActions.columns.cooldown')}>
                {t('nextActions.days', { count: rule.cooldown_days })}
              </td>
              <td className={`${table.wide} ${classes.wrap}`}>
                {rule.is_active ? (
                  <Chip tone="success">{t('nextActions.on')}</Chip>
                ) : (
                  <Chip title={rule.missing ?? undefined}>{t('nextActions.off')}</Chip>
                )}
                {rule.missing && <span className={table.sub}>{rule.missing}</span>}
              </td>
              <td>
                {rule.can.update && (
                  <span className={table.acts}>
                    <Button
                      variant="default"
                      aria-label={t('nextActions.changeRule', { name: rule.name })}
                      onClick={() => setEditing(rule)}
                    >
                      {t('nextActions.change')}
                    </Button>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </Table>
      </Listing>
      {editing && <RuleDialog rule={editing} onClose={() => setEditing(null)} />}
    </Page>
  )
}
