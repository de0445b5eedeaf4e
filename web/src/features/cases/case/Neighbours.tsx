import { ActionIcon, Tooltip } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useCommands } from '~/lib/commands'
import { flatten } from '~/lib/keyset'
import type { CaseRow } from '../model'
import { queueOptions } from '../query'
import type { FromQueue } from '../queue/fromQueue'
import classes from './case.module.css'

/** The case before and the case after this one in the list that it was opened from. */
export function Neighbours({ caseId }: { caseId: string }) {
  const from = useRouterState({ select: (state) => state.location.state.queue })
  return from ? <Steps caseId={caseId} from={from} /> : null
}

function Steps({ caseId, from }: { caseId: string; from: FromQueue }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const list = useInfiniteQuery(queueOptions(from.query, from.words))
  const rows: CaseRow[] = flatten(list.data)
  const found = rows.findIndex((row) => row.id === caseId)
  // A case that was handled leaves the list; the one that moved up into its place is the next.
  const [place, setPlace] = useState(found)
  useEffect(() => {
    if (found !== -1) setPlace(found)
  }, [found])
  const at = found === -1 ? place : found
  const previous = at > 0 ? rows[at - 1] : undefined
  const next = at === -1 ? undefined : found === -1 ? rows[at] : rows[at + 1]
  const last = at >= rows.length - 2
  const { hasNextPage, isFetching, fetchNextPage } = list
  useEffect(() => {
    if (at !== -1 && last && hasNextPage && !isFetching) void fetchNextPage()
  }, [at, last, hasNextPage, isFetching, fetchNextPage])
  const go = (row: CaseRow | undefined) => row && void navigate({ to: '/cases/$caseId', params: { caseId: row.id }, search: {}, state: { queue: from }, replace: true })
  const steps = [
    { id: 'case.previous', label: t('cases.previousCase'), keys: 'k', to: previous, icon: <IconChevronUp size={16} /> },
    { id: 'case.next', label: t('cases.nextCase'), keys: 'j', to: next, icon: <IconChevronDown size={16} /> },
  ]
  useCommands(steps.map(({ id, label, keys, to }) => ({ id, group: 'record' as const, label, keys, hidden: !to, run: () => go(to) })))
  return (
    <span className={classes.neighbours}>
      {steps.map(({ id, label, keys, to, icon }) => (
        <Tooltip key={id} label={`${label} (${keys.toUpperCase()})`}>
          <ActionIcon variant="subtle" color="gray" size={24} aria-label={label} data-disabled={!to || undefined} aria-disabled={!to} onClick={() => go(to)}>
            {icon}
          </ActionIcon>
        </Tooltip>
      ))}
    </span>
  )
}
