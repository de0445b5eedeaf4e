import '../texts/id/sales'
import '../texts/id/leads'

import { Button } from '@mantine/core'
import { IconDownload, IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { ListViews } from '~/features/iam/public/ListViews'
import { useMe } from '~/features/iam/public/me'
import { useCommands } from '~/lib/commands'
import { may } from '~/lib/permissions'
import { Page } from '~/ui/Page'
import { Views } from '~/ui/Views'
import { LeadBoard } from '../leads/LeadBoard'
import { LeadDialog } from '../leads/LeadDialog'
import { LeadList } from '../leads/LeadList'
import { LeadTools } from '../leads/LeadTools'
import { LEADS } from '../leads/kind'
import { type LeadFilters, listQuery, savable } from '../leads/query'
import { useMoves } from '../moves/useMoves'
import { assignsLeads, createsLeads } from '../rights'

const ExportDialog = lazy(() =>
  import('~/ui/ExportDialog').then((module) => ({ default: module.ExportDialog })),
)

export type LeadView = 'board' | 'list'

interface Props {
  view: LeadView
  filters: LeadFilters
  peeked: string | undefined
  /** The address asks for the form of a new one. */
  asksNew: boolean
  onView: (view: LeadView) => void
  onFilters: (filters: LeadFilters) => void
  onPeek: (leadId: string) => void
  onOpen: (leadId: string) => void
  /** The form is open, and the address needs to ask for it no longer. */
  onAsked: () => void
}

/** Leads by status on a board, or in a list. */
export function Leads({
  view,
  filters,
  peeked,
  asksNew,
  onView,
  onFilters,
  onPeek,
  onOpen,
  onAsked,
}: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const moves = useMoves(LEADS)
  const [words, setWords] = useState('')
  const [making, setMaking] = useState(false)
  const [exporting, setExporting] = useState(false)
  // Closing the form leaves the page where it is, so that what was typed is asked about once.
  useEffect(() => {
    if (!asksNew) return
    setMaking(true)
    onAsked()
  }, [asksNew])
  const makes = createsLeads(me)
  const assigns = assignsLeads(me)
  useCommands([
    {
      id: 'leads.create',
      group: 'list',
      label: t('leads.create'),
      keys: 'c',
      hidden: !makes,
      run: () => makes && setMaking(true),
    },
  ])
  const create = makes && (
    <Button leftSection={<IconPlus size={15} />} onClick={() => setMaking(true)}>
      {t('leads.create')}
    </Button>
  )
  const everything = (
    <Button
      variant="default"
      onClick={() => {
        setWords('')
        onFilters({})
      }}
    >
      {t('common.clear')}
    </Button>
  )
  return (
    <Page
      title={t('leads.title')}
      width="full"
      actions={
        <>
          {view === 'list' && may(me, 'lead', 'X') && !words && (
            <Button
              variant="default"
              leftSection={<IconDownload size={15} />}
              onClick={() => setExporting(true)}
            >
              {t('leads.export')}
            </Button>
          )}
          {create}
        </>
      }
    >
      <Views
        label={t('sales.views')}
        views={[
          { key: 'board', label: t('sales.board') },
          { key: 'list', label: t('sales.list') },
        ]}
        value={view}
        onChange={onView}
      />
      <ListViews list="leads" filters={savable(filters)} onFilters={onFilters} />
      <LeadTools
        filters={filters}
        board={view === 'board'}
        words={words}
        onChange={onFilters}
        onWords={setWords}
      />
      {view === 'board' ? (
        <LeadBoard
          filters={filters}
          moves={moves}
          owners={assigns}
          everything={everything}
          create={create}
          onPeek={onPeek}
        />
      ) : (
        <LeadList
          filters={filters}
          words={words}
          peeked={peeked}
          assigns={assigns}
          everything={everything}
          create={create}
          onPeek={onPeek}
          onOpen={onOpen}
        />
      )}
      {making && makes && (
        <LeadDialog
          customerId={filters.customer}
          onClose={() => setMaking(false)}
          onCreated={onOpen}
        />
      )}
      {exporting && (
        <Suspense>
          <ExportDialog
            dataSet="leads"
            filter={listQuery(filters)}
            title={t('leads.exportTitle')}
            who={me.id}
            text={(count) => t('leads.exportText', { rows: count })}
            onClose={() => setExporting(false)}
          />
        </Suspense>
      )}
      {moves.dialog}
    </Page>
  )
}
