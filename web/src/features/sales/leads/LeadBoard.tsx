import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconTargetArrow } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { moneyShort } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { Problem, State } from '~/ui/states'
import { toastProblem } from '~/ui/toast'
import { Kanban } from '../board/Kanban'
import { KanbanBones } from '../board/KanbanBones'
import type { Column } from '../board/model'
import type { Lead } from '../model'
import type { useMoves } from '../moves/useMoves'
import { LeadCard } from './LeadCard'
import {
  closedLeadsOptions,
  isFiltered,
  leadBoardQuery,
  type LeadFilters,
  loadMoreLeads,
} from './query'
import board from '../board/kanban.module.css'

interface Props {
  filters: LeadFilters
  moves: ReturnType<typeof useMoves<Lead>>
  /** Whose they are is shown to who hands them out. */
  owners: boolean
  /** The way out where nothing fits the filters, or what to do first. */
  everything: ReactNode
  create: ReactNode
  onPeek: (leadId: string) => void
}

/** The open leads by status. */
export function LeadBoard({ filters, moves, owners, everything, create, onPeek }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const found = useQuery(leadBoardQuery(filters))
  const [opened, setOpened] = useState(false)
  const [loading, setLoading] = useState<string | null>(null)
  const closed = useInfiniteQuery({ ...closedLeadsOptions(filters), enabled: opened })
  if (found.isError && !found.data)
    return <Problem error={found.error} onRetry={() => void found.refetch()} remedy={everything} />
  if (!found.data) return <KanbanBones columns={4} />
  const none = found.data.columns.every((column) => column.count === 0)
  if (none && !opened) {
    const filtered = isFiltered(filters)
    return (
      <State
        icon={<IconTargetArrow />}
        title={t(filtered ? 'leads.emptyFiltered' : 'leads.empty')}
        action={filtered ? everything : create}
      >
        <p>{t(filtered ? 'leads.emptyFilteredText' : 'leads.emptyText')}</p>
      </State>
    )
  }
  const more = (column: Column<Lead>) => {
    if (!column.nextCursor || loading) return
    setLoading(column.key)
    loadMoreLeads(client, filters, column.key, column.nextCursor)
      .catch(toastProblem)
      .finally(() => setLoading(null))
  }
  return (
    <Kanban
      label={t('leads.board')}
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
      name={(lead) => lead.customer.name}
      title={(lead) => (
        <Link
          to="/leads/$leadId"
          params={{ leadId: lead.id }}
          preload={false}
          draggable={false}
          data-row={lead.id}
          className={board.title}
        >
          {lead.customer.name}
        </Link>
      )}
      body={(lead) => <LeadCard lead={lead} owner={owners} />}
      figures={(column) => moneyShort(column.value)}
      loading={loading}
      said={moves.said}
      moved={moves.moved}
      onMore={more}
      onMove={moves.ask}
      onPeek={onPeek}
    />
  )
}
