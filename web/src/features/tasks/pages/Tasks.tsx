import '../texts/id/tasks'

import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconCalendar, IconChecklist, IconDownload, IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { useMe } from '~/features/iam/public/me'
import { useCommands } from '~/lib/commands'
import { flatten } from '~/lib/keyset'
import { may } from '~/lib/permissions'
import { useRowKeys } from '~/lib/rows'
import { EndlessTable } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { Problem, State } from '~/ui/states'
import { isFiltered, listQuery, type TaskFilters, tasksOptions, viewOf } from '../query'
import { TaskDialog } from '../TaskDialog'
import { TaskRow } from '../TaskRow'
import { TaskTools } from '../TaskTools'
import { useTaskActs } from '../useTaskActs'

// scaffold: leave out
const CalendarDialog = lazy(() => import('../CalendarDialog').then((module) => ({ default: module.CalendarDialog })))
// scaffold: end
const ExportDialog = lazy(() => import('~/ui/ExportDialog').then((module) => ({ default: module.ExportDialog })))

interface Props {
  filters: TaskFilters
  peeked: string | undefined
  /** The address asks for the form of a new one. */
  asksNew: boolean
  onFilters: (filters: TaskFilters) => void
  onPeek: (taskId: string) => void
  onOpen: (taskId: string) => void
  /** The form is open, and the address needs to ask for it no longer. */
  onAsked: () => void
}

const COLUMNS = ['title', 'customer', 'owner', 'due', 'status', 'act'] as const
const WIDTHS = { customer: '18%', owner: '17%', due: 124, status: 104, act: 92 }

/** What is to be done, the nearest due day first, with a hand on every task in it. */
export function Tasks({ filters, peeked, asksNew, onFilters, onPeek, onOpen, onAsked }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const [text, setText] = useState('')
  const list = useInfiniteQuery(tasksOptions(filters, text))
  const rows = flatten(list.data)
  const acts = useTaskActs()
  const [exporting, setExporting] = useState(false)
  const [making, setMaking] = useState(false)
  // scaffold: leave out
  const [calendar, setCalendar] = useState(false)
  // scaffold: end
  // Closing the form leaves the page where it is, so that what was typed is asked about once.
  useEffect(() => {
    if (!asksNew) return
    setMaking(true)
    onAsked()
  }, [asksNew])
  const { ref } = useRowKeys<HTMLTableSectionElement>({ onPeek, onOpen })
  const makes = may(me, 'task', 'C')
  useCommands([{ id: 'tasks.make', group: 'list', label: t('tasks.make'), keys: 'c', hidden: !makes, run: () => setMaking(true) }])
  if (list.isError && !list.data && hasStatus(list.error, 403)) return <Problem page error={list.error} onRetry={() => void list.refetch()} />
  const narrowed = isFiltered(filters) || text !== ''
  const everything = (
    <Button
      variant="default"
      onClick={() => {
        setText('')
        onFilters({})
      }}
    >
      {t('common.clear')}
    </Button>
  )
  return (
    <Page
      title={t('tasks.title')}
      text={t('tasks.text')}
      actions={
        <>
          {/* scaffold: leave out */}
          <Button variant="default" leftSection={<IconCalendar size={15} />} onClick={() => setCalendar(true)}>
            {t('tasks.calendar')}
          </Button>
          {/* scaffold: end */}
          {may(me, 'task', 'X') && (
            <Button variant="default" leftSection={<IconDownload size={15} />} disabled={!list.isSuccess} onClick={() => setExporting(true)}>
              {t('tasks.export')}
            </Button>
          )}
          {makes && (
            <Button leftSection={<IconPlus size={15} />} onClick={() => setMaking(true)}>
              {t('tasks.make')}
            </Button>
          )}
        </>
      }
    >
      <TaskTools filters={filters} text={text} onChange={onFilters} onText={setText} />
      <EndlessTable
        list={list}
        remedy={everything}
        empty={
          rows.length === 0 && (
            <State icon={<IconChecklist />} title={t(narrowed ? 'tasks.emptyFiltered' : `tasks.empty.${viewOf(filters)}`)} action={narrowed && everything}>
              <p>{t(narrowed ? 'tasks.emptyFilteredText' : 'tasks.emptyText')}</p>
            </State>
          )
        }
        columns={COLUMNS}
        head={(column) => (column === 'act' ? <span className="visually-hidden">{t('tasks.fields.act')}</span> : t(`tasks.fields.${column}`))}
        widths={WIDTHS}
        bones={6}
        body={ref}
      >
        {rows.map((task) => (
          <TaskRow key={task.id} task={task} peeked={task.id === peeked} busy={acts.busy(task)} onPeek={onPeek} onComplete={acts.complete} onReopen={acts.reopen} />
        ))}
      </EndlessTable>
      {making && makes && <TaskDialog customerId={filters.customer} onClose={() => setMaking(false)} />}
      {/* scaffold: leave out */}
      {calendar && (
        <Suspense>
          <CalendarDialog onClose={() => setCalendar(false)} />
        </Suspense>
      )}
      {/* scaffold: end */}
      {exporting && (
        <Suspense>
          <ExportDialog dataSet="tasks" filter={{ ...listQuery(filters), q: text || undefined }} title={t('tasks.exportTitle')} who={me.id} text={(count) => t('tasks.exportText', { rows: count })} onClose={() => setExporting(false)} />
        </Suspense>
      )}
      {acts.dialog}
    </Page>
  )
}
