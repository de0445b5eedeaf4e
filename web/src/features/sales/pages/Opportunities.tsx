import '../texts/id/sales'
import '../texts/id/leads'
import '../texts/id/opportunities'

import { Button } from '@mantine/core'
import { IconChartBar, IconDownload, IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { ListViews } from '~/features/iam/public/ListViews'
import { useMe } from '~/features/iam/public/me'
import { useCommands } from '~/lib/commands'
import { may } from '~/lib/permissions'
import { ButtonLink } from '~/ui/ButtonLink'
import { Page } from '~/ui/Page'
import { Views } from '~/ui/Views'
import { useMoves } from '../moves/useMoves'
import { OPPORTUNITIES } from '../opportunities/kind'
import { OpportunityBoard } from '../opportunities/OpportunityBoard'
import { OpportunityDialog } from '../opportunities/OpportunityDialog'
import { OpportunityList } from '../opportunities/OpportunityList'
import { OpportunityTools } from '../opportunities/OpportunityTools'
import { listQuery, type OpportunityFilters, savable } from '../opportunities/query'
import { assignsLeads, worksOnLeads } from '../rights'

const ExportDialog = lazy(() =>
  import('~/ui/ExportDialog').then((module) => ({ default: module.ExportDialog })),
)

interface Props {
  view: 'board' | 'list'
  filters: OpportunityFilters
  peeked: string | undefined
  onView: (view: 'board' | 'list') => void
  onFilters: (filters: OpportunityFilters) => void
  onPeek: (opportunityId: string) => void
  onOpen: (opportunityId: string) => void
}

/** Opportunities by stage on a board, or in a list. */
export function Opportunities({ view, filters, peeked, onView, onFilters, onPeek, onOpen }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const moves = useMoves(OPPORTUNITIES)
  const [words, setWords] = useState('')
  const [making, setMaking] = useState(false)
  const [exporting, setExporting] = useState(false)
  const makes = worksOnLeads(me) && may(me, 'lead', 'C')
  useCommands([
    {
      id: 'opportunities.create',
      group: 'list',
      label: t('opportunities.create'),
      keys: 'c',
      hidden: !makes,
      run: () => makes && setMaking(true),
    },
  ])
  const create = makes && (
    <Button leftSection={<IconPlus size={15} />} onClick={() => setMaking(true)}>
      {t('opportunities.create')}
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
      title={t('opportunities.title')}
      width="full"
      actions={
        <>
          <ButtonLink
            to="/sales/forecast"
            variant="default"
            leftSection={<IconChartBar size={15} aria-hidden />}
          >
            {t('sales.forecast')}
          </ButtonLink>
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
      <ListViews list="opportunities" filters={savable(filters)} onFilters={onFilters} />
      <OpportunityTools
        filters={filters}
        board={view === 'board'}
        words={words}
        onChange={onFilters}
        onWords={setWords}
      />
      {view === 'board' ? (
        <OpportunityBoard
          filters={filters}
          moves={moves}
          owners={assignsLeads(me)}
          everything={everything}
          create={create}
          onPeek={onPeek}
        />
      ) : (
        <OpportunityList
          filters={filters}
          words={words}
          peeked={peeked}
          everything={everything}
          create={create}
          onPeek={onPeek}
          onOpen={onOpen}
        />
      )}
      {making && makes && (
        <OpportunityDialog
          customerId={filters.customer}
          onClose={() => setMaking(false)}
          onCreated={onOpen}
        />
      )}
      {exporting && (
        <Suspense>
          <ExportDialog
            dataSet="opportunities"
            filter={listQuery(filters)}
            title={t('opportunities.exportTitle')}
            who={me.id}
            text={(count) => t('opportunities.exportText', { rows: count })}
            onClose={() => setExporting(false)}
          />
        </Suspense>
      )}
      {moves.dialog}
    </Page>
  )
}
