import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { useCommands } from '~/lib/commands'
import { may } from '~/lib/permissions'
import { Chip } from '~/ui/Chip'
import { Listing } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { Table } from '~/ui/Table'
import { Views } from '~/ui/Views'
import table from '~/ui/Table.module.css'
import { CodeDialog } from '../CodeDialog'
import { type Code, type CodeList, codesQuery } from '../public/codes'
import classes from './CustomerLists.module.css'

interface Props {
  tab: string | undefined
  onTab: (tab: string | undefined) => void
}

const LISTS: readonly CodeList[] = ['SEGMENT', 'PRODUCT', 'RELATIONSHIP']
const COLUMNS = ['name', 'state', 'act'] as const
const WIDTHS = { name: '64%' }

/** The organisation's own lists about customers; a code goes out of use, it is never removed. */
export function CustomerLists({ tab, onTab }: Props) {
  const { t } = useTranslation()
  const manager = may(useMe(), 'configuration', 'M')
  const list = LISTS.find((each) => each === tab) ?? 'SEGMENT'
  const [editing, setEditing] = useState<Code | 'new' | null>(null)
  const codes = useQuery(codesQuery)
  const label = t(`customers.codes.make.${list}`)
  useCommands([{ id: 'customer-codes.make', group: 'record', label, keys: 'c', hidden: !manager, run: () => manager && setEditing('new') }])
  return (
    <Page
      title={t('customers.codes.title')}
      text={t('customers.codes.text')}
      actions={
        manager && (
          <Button leftSection={<IconPlus size={15} />} onClick={() => setEditing('new')}>
            {label}
          </Button>
        )
      }
    >
      <Views
        label={t('customers.codes.views')}
        views={LISTS.map((key) => ({ key, label: t(`customers.codes.lists.${key}`) }))}
        value={list}
        onChange={(next) => onTab(next === 'SEGMENT' ? undefined : next)}
      />
      <Listing list={codes}>
        <Table columns={COLUMNS} head={(column) => column !== 'act' && t(`customers.codes.columns.${column}`)} widths={WIDTHS} className={classes.codes} pending={codes.isPending} bones={5}>
          {codes.data?.items
            .filter((each) => each.list === list)
            .map((each) => (
              <tr key={each.code}>
                <td data-column="name">
                  <span className={table.name}>{each.name}</span>
                  <span className={table.key}>{each.code}</span>
                </td>
                <td data-column="state">{each.is_active ? <Chip tone="success">{t('customers.codes.used')}</Chip> : <Chip>{t('customers.codes.unused')}</Chip>}</td>
                <td data-column="act">
                  {each.can.update && (
                    <span className={table.acts}>
                      <Button variant="default" aria-label={t('customers.codes.change', { name: each.name })} onClick={() => setEditing(each)}>
                        {t('customers.codes.changeAct')}
                      </Button>
                    </span>
                  )}
                </td>
              </tr>
            ))}
        </Table>
      </Listing>
      {editing && <CodeDialog list={list} code={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />}
    </Page>
  )
}
