import '../texts/id/cases'
import '../texts/id/complaintReport'

import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconInbox } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { useMe } from '~/features/iam/public/me'
import { useCommands } from '~/lib/commands'
import { flatten } from '~/lib/keyset'
import { may } from '~/lib/permissions'
import { useRowKeys } from '~/lib/rows'
import { Endless } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { Problem, State } from '~/ui/states'
import { ActDialog } from '../acts/ActDialog'
import { AssignPalette } from '../acts/AssignPalette'
import { useCaseAct } from '../acts/useCaseAct'
import type { Move, Wanted } from '../acts/send'
import type { CaseRow } from '../model'
import { queueOptions } from '../query'
import { BulkBar, type BulkAct } from '../queue/BulkBar'
import { type CaseFilters, isFiltered, listQuery, sameFilters, scopeOf, isDivided } from '../queue/filters'
import { type FromQueue, useSame } from '../queue/fromQueue'
import { QueueActions } from '../queue/QueueActions'
import { columnsOnScreen } from '../queue/columns'
import { QueueHead } from '../queue/QueueHead'
import { QueueTable } from '../queue/QueueTable'
import { QueueTools } from '../queue/QueueTools'
import { QueueViews } from '../queue/QueueViews'
import { useBulk } from '../queue/useBulk'
import { useSelection } from '../queue/useSelection'
import { useViews } from '../queue/views'
import { useCasesLive } from '../useCasesLive'
import classes from '../queue/queue.module.css'
const ExportDialog = lazy(() => import('~/ui/ExportDialog').then((module) => ({ default: module.ExportDialog })))

interface Props {
  filters: CaseFilters
  /** What is looked for, from the history entry. */
  words: string
  peeked: string | undefined
  onFilters: (filters: CaseFilters) => void
  onWords: (words: string, filters: CaseFilters) => void
  onPeek: (id: string) => void
  onOpen: (id: string, from: FromQueue, compose?: 'response') => void
}

interface Acting {
  act: BulkAct
  rows: readonly CaseRow[]
}

const focusedId = () => document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row

/** The queue: what presses first, with a hand on every case in it. */
export function Queue({ filters: given, words, peeked, onFilters, onWords, onPeek, onOpen: open }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const known = useViews(given)
  // An address without any filter shows the view that the reader starts with.
  const filters = given.view || isFiltered(given) || given.scope ? given : { ...known.open.filters, view: known.open.key }
  const query = listQuery(filters)
  const list = useInfiniteQuery(queueOptions(query, words))
  const rows = flatten(list.data)
  const from = useSame<FromQueue>({ query, words, filters })
  const onOpen = (id: string, compose?: 'response') => open(id, from, compose)
  const selection = useSelection(rows)
  const bulk = useBulk(selection)
  const [acting, setActing] = useState<Acting | null>(null)
  const [exporting, setExporting] = useState<readonly string[] | null>(null)
  const act = useCaseAct({ onDone: () => setActing(null) })
  const { ref } = useRowKeys<HTMLTableSectionElement>({ onOpen: (id) => onOpen(id), onPeek })
  useCasesLive()
  // A file is asked for by what stands in the address.
  const exports = may(me, 'case', 'X') && !words
  const bulks = may(me, 'case', 'B')
  const target = (): readonly CaseRow[] => {
    if (selection.chosen.length > 0) return selection.chosen
    const id = focusedId() ?? peeked
    return rows.filter((row) => row.id === id)
  }
  const begin = (wanted: BulkAct) => {
    const on = target()
    const one = on.length === 1 ? on[0] : undefined
    // One case says itself what can be done to it; of several each answers.
    const refused = one && (wanted === 'assign' || wanted === 'escalate' || wanted === 'close') && one.can[wanted] === false
    // Who may not hand out work can take what is nobody's.
    if (one && refused && wanted === 'assign' && one.can.claim) return act.run('claim', one, {})
    if (on.length === 0 || refused) return
    setActing({ act: wanted, rows: on })
  }
  const submit = (wanted: Wanted<Move>) => {
    if (!acting) return
    const [one] = acting.rows
    if (acting.rows.length === 1 && one && selection.chosen.length === 0) act.run(acting.act, one, wanted as Wanted<typeof acting.act>)
    else bulk.mutate({ act: acting.act, rows: acting.rows, wanted: wanted as object }, { onSettled: () => setActing(null) })
  }
  const focused = () => target().length > 0
  const one = (run: (id: string) => void) => () => {
    const id = target()[0]?.id
    if (id) run(id)
  }
  useCommands([
    { id: 'queue.open', group: 'list', label: t('cases.keys.open'), keys: 'o', available: focused, run: one((id) => onOpen(id)) },
    { id: 'queue.pick', group: 'list', label: t('cases.keys.pick'), keys: 'x', hidden: !bulks, available: focused, run: () => bulks && focusedId() && selection.toggle(focusedId() ?? '') },
    { id: 'queue.assign', group: 'list', label: t('cases.acts.assign'), keys: 'a', available: focused, run: () => begin('assign') },
    { id: 'queue.escalate', group: 'list', label: t('cases.acts.escalate'), keys: 'e', available: focused, run: () => begin('escalate') },
    { id: 'queue.respond', group: 'list', label: t('cases.acts.respond'), keys: 'r', available: focused, run: one((id) => onOpen(id, 'response')) },
    { id: 'queue.close', group: 'list', label: t('cases.acts.close'), keys: 'c', available: focused, run: () => begin('close') },
    { id: 'queue.clear', group: 'list', label: t('cases.unpick'), keys: 'Escape', hidden: true, available: () => selection.ids.size > 0 && !peeked, run: selection.clear },
  ])
  // A view that is empty as it stands is no filter that somebody has to loosen.
  const narrowed = words !== '' || isFiltered(filters) && !(sameFilters(filters, known.open.filters) && !filters.q)
  const everything = known.open.key === 'queue' && !isFiltered(filters) && !words
  const refused = selection.results.size
  if (list.isError && !list.data && hasStatus(list.error, 403)) return <Problem page error={list.error} onRetry={() => void list.refetch()} />
  return (
    <Page
      title={t('cases.queueTitle')}
      width="full"
      actions={
        <QueueActions
          onExport={exports ? () => setExporting(columnsOnScreen()) : undefined}
          ready={list.isSuccess}
          onClaimed={(one) => onOpen(one.id)}
        />
      }
    >
      <QueueHead filters={filters} words={words} onFilters={onFilters} />
      <QueueViews filters={filters} known={known} onFilters={onFilters} />
      <QueueTools filters={filters} words={words} onChange={onFilters} onWords={onWords} />
      <Endless
        list={list}
        remedy={<Button variant="default" onClick={() => onWords('', {})}>{t('common.clear')}</Button>}
        empty={
          rows.length === 0 && (
            <State
              icon={<IconInbox />}
              title={t(narrowed ? 'cases.emptyFiltered' : 'cases.empty')}
              action={
                !everything && (
                  <Button variant="default" onClick={() => onWords('', { view: 'queue' })}>
                    {t('cases.showQueue')}
                  </Button>
                )
              }
            >
              <p>{t(narrowed ? 'cases.emptyFilteredText' : 'cases.emptyText')}</p>
            </State>
          )
        }
      >
        <div className={classes.around}>
          <QueueTable
            rows={list.isPending ? undefined : rows}
            divided={isDivided(filters)}
            selected={selection.ids}
            peeked={peeked}
            results={selection.results}
            onSelect={bulks && scopeOf(filters) !== 'closed' ? selection.toggle : undefined}
            onSelectAll={selection.all}
            onPeek={onPeek}
            from={from}
            body={ref}
          />
        </div>
      </Endless>
      {selection.ids.size > 0 && (
        <BulkBar
          count={selection.chosen.length}
          done={refused > 0 ? (bulk.data?.results.length ?? refused) - refused : 0}
          refused={refused}
          busy={bulk.isPending}
          onAct={(wanted) => setActing({ act: wanted, rows: selection.chosen })}
          onClear={selection.clear}
        />
      )}
      {acting?.act === 'assign' && acting.rows[0] && <AssignPalette of={acting.rows[0]} many={acting.rows.length} onChoose={submit} onClose={() => setActing(null)} />}
      {acting && acting.act !== 'assign' && acting.rows[0] && (
        <ActDialog move={acting.act} of={acting.rows[0]} many={acting.rows.length} busy={act.busy || bulk.isPending} covered={act.conflict} onSubmit={submit} onClose={() => setActing(null)} />
      )}
      {exporting && (
        <Suspense>
          <ExportDialog
            dataSet="cases"
            filter={listQuery(filters)}
            title={t('cases.export.title')}
            who={me.id}
            columns={exporting}
            text={(count) => t('cases.export.text', { rows: count })}
            onClose={() => setExporting(null)}
          />
        </Suspense>
      )}
      {act.dialog}
    </Page>
  )
}
