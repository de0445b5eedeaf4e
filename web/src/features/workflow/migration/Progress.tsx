import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { count } from '~/lib/format'
import { Confirm } from '~/ui/Confirm'
import { Problem } from '~/ui/states'
import { toastDone, toastProblem } from '~/ui/toast'
import { cancelMigration, isOver, keys, migrationQuery } from '../query'
import classes from './Migration.module.css'

interface Props {
  workflowKey: string
  runId: string
}

/** How far a migration has come; it goes on in the background whether or not anybody looks. */
export function Progress({ workflowKey, runId }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const query = useQuery(migrationQuery(runId))
  const run = query.data
  const over = isOver(run?.status)
  const [asking, setAsking] = useState(false)
  const cancel = useMutation({
    mutationFn: () => cancelMigration(runId),
    onSuccess: () => {
      setAsking(false)
      toastDone(t('workflow.runCancelled'))
      void query.refetch()
    },
    onError: toastProblem,
  })
  useEffect(() => {
    if (over) void client.invalidateQueries({ queryKey: keys.one(workflowKey) })
  }, [client, over, workflowKey])
  if (query.isError) return <Problem error={query.error} onRetry={() => void query.refetch()} />
  if (!run) return null
  const share = run.total === 0 ? 100 : Math.round((run.done / run.total) * 100)
  return (
    <section className={classes.result} aria-label={t('workflow.progress')}>
      <strong>{t(`workflow.runStatus.${run.status ?? 'WAITING'}`)}</strong>
      <div className={classes.bar} role="progressbar" aria-label={t('workflow.progress')} aria-valuenow={share} aria-valuemin={0} aria-valuemax={100}>
        <div className={classes.fill} style={{ width: `${share}%` }} />
      </div>
      <p className="num" role="status">
        {t('workflow.progressText', { done: count(run.done), total: count(run.total) })}
        {run.problem !== '' && ` ${t('workflow.progressTrouble', { problem: run.problem })}`}
      </p>
      {!over && (
        <div className={classes.actions}>
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('workflow.runCancel')}
          </Button>
        </div>
      )}
      {asking && !over && (
        <Confirm opened title={t('workflow.runCancel')} action={t('workflow.runCancel')} busy={cancel.isPending} onConfirm={() => cancel.mutate()} onClose={() => setAsking(false)}>
          <p className="muted">{t('workflow.runCancelText')}</p>
        </Confirm>
      )}
    </section>
  )
}
