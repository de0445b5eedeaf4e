import { ActionIcon, Button, Checkbox, Tooltip } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconTargetArrow, IconUserCheck, IconX } from '@tabler/icons-react'
import { type ReactNode, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useCommands } from '~/lib/commands'
import { flatten } from '~/lib/keyset'
import { useRowKeys } from '~/lib/rows'
import { EndlessTable } from '~/ui/Listing'
import { State } from '~/ui/states'
import { useRoomBelowNotices } from '~/ui/useRoomBelowNotices'
import type { Lead } from '../model'
import { LeadRow } from './LeadRow'
import { isFiltered, type LeadFilters, leadsOptions } from './query'
import { useAssign } from './useAssign'
import bulk from './bulk.module.css'
import classes from '../sales.module.css'

interface Props {
  filters: LeadFilters
  words: string
  peeked: string | undefined
  assigns: boolean
  everything: ReactNode
  create: ReactNode
  onPeek: (leadId: string) => void
  onOpen: (leadId: string) => void
}

const COLUMNS = ['pick', 'name', 'status', 'age', 'score', 'source', 'value', 'owner', 'task'] as const
/** One's own are all one's own. */
const OWN = COLUMNS.filter((column) => column !== 'pick' && column !== 'owner')
const WIDTHS = {
  pick: 32,
  status: 140,
  age: 168,
  score: 112,
  source: 168,
  value: 128,
  owner: '13%',
  task: '14%',
}
/** As many as the server takes at once. */
const MOST = 100

/** Leads one below the other, several of which are handed out at once. */
export function LeadList({
  filters,
  words,
  peeked,
  assigns,
  everything,
  create,
  onPeek,
  onOpen,
}: Props) {
  const { t } = useTranslation()
  const list = useInfiniteQuery(leadsOptions(filters, words))
  const rows = flatten(list.data)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map())
  const { ref } = useRowKeys<HTMLTableSectionElement>({ onPeek, onOpen })
  const clear = () => {
    setPicked(new Set())
    setRefused(new Map())
  }
  const assign = useAssign((results) => {
    // What was refused stays chosen, each with its reason.
    setRefused(results)
    setPicked(new Set(results.keys()))
  })
  const pick = useCallback(
    (id: string) =>
      setPicked((before) => {
        const next = new Set(before)
        if (!next.delete(id)) next.add(id)
        return next
      }),
    [],
  )
  const chosen = rows.filter((row) => picked.has(row.id)).slice(0, MOST)
  const focusedId = () => document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row
  useCommands([
    {
      id: 'leads.pick',
      group: 'list',
      label: t('leads.pickOne'),
      keys: 'x',
      hidden: !assigns,
      available: () => assigns && focusedId() !== undefined,
      run: () => pick(focusedId() ?? ''),
    },
    {
      id: 'leads.unpick',
      group: 'list',
      label: t('leads.unpick'),
      keys: 'Escape',
      hidden: true,
      available: () => picked.size > 0 && !peeked,
      run: clear,
    },
  ])
  const narrowed = isFiltered(filters) || words !== ''
  return (
    <>
      <EndlessTable
        list={list}
        remedy={everything}
        empty={
          rows.length === 0 && (
            <State
              icon={<IconTargetArrow />}
              title={t(
                filters.unassigned
                  ? 'leads.emptyQueue'
                  : narrowed
                    ? 'leads.emptyFiltered'
                    : 'leads.empty',
              )}
              action={narrowed ? everything : create}
            >
              <p>
                {t(
                  filters.unassigned
                    ? 'leads.emptyQueueText'
                    : narrowed
                      ? 'leads.emptyFilteredText'
                      : 'leads.emptyText',
                )}
              </p>
            </State>
          )
        }
        columns={assigns ? COLUMNS : OWN}
        head={(column) =>
          column === 'pick' ? (
            <Checkbox
              size="xs"
              aria-label={t('leads.pickAll')}
              checked={rows.length > 0 && chosen.length === Math.min(rows.length, MOST)}
              indeterminate={chosen.length > 0 && chosen.length < Math.min(rows.length, MOST)}
              onChange={() =>
                picked.size > 0
                  ? clear()
                  : setPicked(new Set(rows.slice(0, MOST).map((row) => row.id)))
              }
            />
          ) : (
            t(column === 'name' ? 'leads.fields.customer' : `leads.fields.${column}`)
          )
        }
        widths={WIDTHS}
        className={classes.list}
        bones={8}
        body={ref}
      >
        {rows.map((lead: Lead) => (
          <LeadRow
            key={lead.id}
            lead={lead}
            peeked={lead.id === peeked}
            picked={assigns ? picked.has(lead.id) : undefined}
            refused={refused.get(lead.id)}
            onPick={pick}
            onPeek={onPeek}
          />
        ))}
      </EndlessTable>
      {chosen.length > 0 && (
        <BulkBar
          count={chosen.length}
          refused={refused.size}
          busy={assign.busy}
          onAssign={() => assign.ask(chosen)}
          onClear={clear}
        />
      )}
      {assign.dialog}
    </>
  )
}

interface BarProps {
  count: number
  refused: number
  busy: boolean
  onAssign: () => void
  onClear: () => void
}

function BulkBar({ count, refused, busy, onAssign, onClear }: BarProps) {
  const { t } = useTranslation()
  const bar = useRoomBelowNotices<HTMLDivElement>()
  return (
    <>
      <div className={bulk.room} aria-hidden />
      <div ref={bar} className={bulk.bulk} role="region" aria-label={t('leads.bulk')}>
        <strong className="num">{t('leads.chosen', { count })}</strong>
        {refused > 0 && (
          <span className={bulk.outcome} role="status">
            {t('leads.refusedMany', { count: refused })}
          </span>
        )}
        <Button
          variant="default"
          leftSection={<IconUserCheck size={15} />}
          loading={busy}
          onClick={onAssign}
        >
          {t('leads.assign')}
        </Button>
        <Tooltip label={`${t('leads.unpick')} (Esc)`}>
          <ActionIcon aria-label={t('leads.unpick')} onClick={onClear}>
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
    </>
  )
}
