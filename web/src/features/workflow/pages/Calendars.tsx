import '../calendars/texts'

import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconCalendarTime, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { useCommands } from '~/lib/commands'
import { flatten, useSentinel } from '~/lib/keyset'
import { may } from '~/lib/permissions'
import { useRowKeys } from '~/lib/rows'
import { Bone } from '~/ui/Bone'
import { Page } from '~/ui/Page'
import { Problem, State } from '~/ui/states'
import { Views } from '~/ui/Views'
import { CalendarTableRow } from '../calendars/CalendarTableRow'
import { CreateDialog } from '../calendars/CreateDialog'
import { inLanguage } from '../calendars/dayWords'
import { calendarsOptions } from '../calendars/query'
import classes from './Calendars.module.css'

interface Props {
  archived: boolean
  onArchived: (archived: boolean) => void
  onOpen: (key: string) => void
}

const GROUPS = ['active', 'archived'] as const
const COLUMNS = ['name', 'zone', 'week', 'inForce', 'waiting'] as const

/** All calendars: what holds, since when, and what waits for somebody. */
export function Calendars({ archived, onArchived, onOpen }: Props) {
  const { t } = useTranslation()
  const manager = may(useMe(), 'configuration', 'M')
  const list = useInfiniteQuery(calendarsOptions(archived))
  const rows = flatten(list.data)
  const [making, setMaking] = useState(false)
  const { ref } = useRowKeys<HTMLTableSectionElement>({ onOpen, onPeek: onOpen })
  const more = useSentinel(() => void list.fetchNextPage(), list.hasNextPage && !list.isFetchingNextPage && !list.isError)
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
      {list.isError && !list.data ? (
        <Problem error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isSuccess && rows.length === 0 ? (
        <State icon={<IconCalendarTime />} title={archived ? t('calendars.emptyArchived') : t('calendars.empty')}>
          <p>{archived ? t('calendars.emptyArchivedText') : t('calendars.emptyText')}</p>
        </State>
      ) : (
        <table className={classes.table} aria-busy={list.isPending || undefined}>
          <thead>
            <tr>
              {COLUMNS.map((key) => (
                <th key={key} scope="col" data-column={key}>
                  {t(`calendars.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={ref}>
            {list.isPending && <BoneRows />}
            {rows.map((row) => (
              <CalendarTableRow key={row.key} row={row} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      )}
      <div ref={more} />
      {list.isFetchNextPageError && <Problem error={list.error} onRetry={() => void list.fetchNextPage()} />}
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

function BoneRows() {
  return Array.from({ length: 4 }, (_, index) => (
    <tr key={index} className={classes.bone} aria-hidden>
      {COLUMNS.map((key) => (
        <td key={key}>
          <Bone width={`${50 + ((index * 13 + key.length * 7) % 40)}%`} />
        </td>
      ))}
    </tr>
  ))
}
