import { Loader } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { Problem } from '~/ui/states'
import { forgetAll, runOptions } from '../query'
import classes from './runs.module.css'

const ASK_MS = 2_000
const LONG_MS = 120_000

interface Props {
  runId: string
  /** It is done, or will not be waited for any longer. */
  onOver: () => void
}

/** A run that was queued: asked for until its report is there. */
export function WaitingRun({ runId, onOver }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [isLong, setLong] = useState(false)
  const found = useQuery({
    ...runOptions(runId),
    refetchInterval: ({ state }) => (state.data || isLong ? false : ASK_MS),
  })
  const done = found.data !== undefined
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS)
    return () => clearTimeout(timer)
  }, [])
  useEffect(() => {
    if (!done && !isLong) return
    onOver()
    if (done) void forgetAll(client)
  }, [done, isLong])
  // Until it is done there is no such report.
  if (!done && found.isError && !hasStatus(found.error, 404))
    return <Problem error={found.error} onRetry={() => void found.refetch()} />
  return (
    <p className={classes.waiting} role="status" data-over={done || isLong || undefined}>
      {done ? (
        <IconCircleCheck size={18} aria-hidden />
      ) : isLong ? (
        <IconAlertTriangle size={18} aria-hidden />
      ) : (
        <Loader size={16} aria-hidden />
      )}
      <span>
        {t(`followupRuns.${done ? 'finished' : isLong ? 'tooLong' : 'queued'}`)}
      </span>
      {done && (
        <Link to="/followup/runs/$runId" params={{ runId }}>
          {t('followupRuns.open')}
        </Link>
      )}
    </p>
  )
}
