import '../texts/id/calendars'

import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconCalendarTime, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { useCommands } from '~/lib/commands'
import { flatten } from '~/lib/keyset'
import { may } from '~/lib/permissions'
import { useRowKeys } from '~/lib/rows'
import { EndlessTable } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { State } from '~/ui/states'
import { Views } from '~/ui/Views'
import { CalendarTableRow } from '../calendars/CalendarTableRow'
import { CreateDialog } from '../calendars/CreateDialog'
import { inLanguage } from '../calendars/dayWords'
import { calendarsOptions } from '../calendars/query'

interface Props {
  archived: boolean
  onArchived: (archived: boolean) => void
  onOpen: (key: string) => void
}

const GROUPS = ['active', 'archived'] as const
const COLUMNS = ['name', 'zone', 'week', 'inForce', 'waiting'] as const
const WIDTHS = { zone: 104, week: 216, inForce: 176, waiting: 264 }

/** All calendars: what holds, since when, and what waits for somebody. */
export function Calendars({ archived, onArchived, onOpen }: Props) {
  const { t } = useTranslation()
  const manager = may(useMe(), 'configuration', 'M')
  const list = useInfiniteQuery(calendarsOptions(archived))
  const rows = flatten(list.data)
  const [making, setMaking] = useState(false)
  const { ref } = useRowKeys<HTMLTableSectionElement>({ onOpen, onPeek: onOpen })
  useCommands([{ id: 'calendars.create', group: 'record', label: t('calendars.create'), keys: 'c', hidden: !manager, run: () => manager && setMaking(true) }])
  return (
    <Page
      title={t('calendars.title')}
      text={t('calendars.text')}
      actions={
        manager && (
          <Button leftSection={<IconPlus size={15} />} disabled={!list.data} onClick={() => setMaking(true)}>
            {t('calendars.create')}
          </Button>
        )
      }
    >
      <Views
        label={t('calendars.group')}
        views={GROUPS.map((key) => ({ key, label: t(`calendars.groups.${key}`) }))}
        value={archived ? 'archived' : 'active'}
        onChange={(group) => onArchived(group === 'archived')}
      />
      <EndlessTable
        list={list}
        empty={
          rows.length === 0 && (
            <State icon={<IconCalendarTime />} title={archived ? t('calendars.emptyArchived') : t('calendars.empty')}>
              <p>{archived ? t('calendars.emptyArchivedText') : t('calendars.emptyText')}</p>
            </State>
          )
        }
        columns={COLUMNS}
        head={(key) => t(`calendars.${key}`)}
        widths={WIDTHS}
        body={ref}
      >
        {rows.map((row) => (
          <CalendarTableRow key={row.key} row={row} onOpen={onOpen} />
        ))}
      </EndlessTable>
      {making && (
        <CreateDialog
          sources={rows.map((row) => ({ key: row.key, title: inLanguage(row.title) }))}
          source={rows.find((row) => row.key === 'office-wib')?.key}
          onMade={onOpen}
          onClose={() => setMaking(false)}
        />
      )}
    </Page>
  )
}
