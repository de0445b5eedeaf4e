import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconTrendingUp } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { count, money, moneyShort } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { Problem, State } from '~/ui/states'
import { toastProblem } from '~/ui/toast'
import { Kanban } from '../board/Kanban'
import { KanbanBones } from '../board/KanbanBones'
import type { Board, Column } from '../board/model'
import type { Opportunity } from '../model'
import type { useMoves } from '../moves/useMoves'
import { OpportunityCard } from './OpportunityCard'
import {
  closedOpportunitiesOptions,
  isFiltered,
  loadMoreOpportunities,
  opportunityBoardQuery,
  type OpportunityFilters,
} from './query'
import classes from '../sales.module.css'
import board from '../board/kanban.module.css'

interface Props {
  filters: OpportunityFilters
  moves: ReturnType<typeof useMoves<Opportunity>>
  owners: boolean
  everything: ReactNode
  create: ReactNode
  onPeek: (opportunityId: string) => void
}

/** The open opportunities by stage, with what they are worth. */
export function OpportunityBoard({ filters, moves, owners, everything, create, onPeek }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const found = useQuery(opportunityBoardQuery(filters))
  const [opened, setOpened] = useState(false)
  const [loading, setLoading] = useState<string | null>(null)
  const closed = useInfiniteQuery({ ...closedOpportunitiesOptions(filters), enabled: opened })
  if (found.isError && !found.data)
    return <Problem error={found.error} onRetry={() => void found.refetch()} remedy={everything} />
  if (!found.data) return <KanbanBones columns={5} />
  if (found.data.columns.every((column) => column.count === 0) && !opened) {
    const filtered = isFiltered(filters)
    return (
      <State
        icon={<IconTrendingUp />}
        title={t(filtered ? 'opportunities.emptyFiltered' : 'opportunities.empty')}
        action={filtered ? everything : create}
      >
        <p>{t(filtered ? 'leads.emptyFilteredText' : 'opportunities.emptyText')}</p>
      </State>
    )
  }
  const more = (column: Column<Opportunity>) => {
    if (!column.nextCursor || loading) return
    setLoading(column.key)
    loadMoreOpportunities(client, filters, column.key, column.nextCursor)
      .catch(toastProblem)
      .finally(() => setLoading(null))
  }
  return (
    <>
      <Totals board={found.data} />
      <Kanban
        label={t('opportunities.board')}
        board={found.data}
        closed={{
          opened,
          items: closed.data && flatten(closed.data),
          more: closed.hasNextPage,
          problem:
            closed.isError && !closed.data ? (
              <Problem error={closed.error} onRetry={() => void closed.refetch()} />
            ) : null,
          onOpened: setOpened,
          onMore: () => void closed.fetchNextPage(),
        }}
        name={(one) => one.customer.name}
        title={(one) => (
          <Link
            to="/opportunities/$opportunityId"
            params={{ opportunityId: one.id }}
            preload={false}
            draggable={false}
            data-row={one.id}
            className={board.title}
          >
            {one.customer.name}
          </Link>
        )}
        body={(one) => <OpportunityCard one={one} owner={owners} />}
        figures={(column) => (
          <span title={t('opportunities.weightedSum', { value: money(column.weighted) })}>
            {moneyShort(column.value)} ·{' '}
            {t('opportunities.weightedShort', { value: moneyShort(column.weighted) })}
          </span>
        )}
        loading={loading}
        said={moves.said}
        moved={moves.moved}
        onMore={more}
        onMove={moves.ask}
        onPeek={onPeek}
      />
    </>
  )
}

/** All columns together: they are summed here, so that a move shows at once. */
function Totals({ board }: { board: Board<Opportunity> }) {
  const { t } = useTranslation()
  const sum = (of: (column: Column<Opportunity>) => number) =>
    board.columns.reduce((all, column) => all + of(column), 0)
  const figures = [
    ['count', count(sum((column) => column.count))],
    ['value', money(sum((column) => column.value))],
    ['weighted', money(sum((column) => column.weighted))],
  ] as const
  return (
    <dl className={classes.totals}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`opportunities.totals.${name}`)}</dt>
          <dd className="num" data-total={name}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
