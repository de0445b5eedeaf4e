import '../texts/id/workflow'

import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { flatten, useSentinel } from '~/lib/keyset'
import { Bone } from '~/ui/Bone'
import { Confirm } from '~/ui/Confirm'
import { Problem, State } from '~/ui/states'
import { toastDone, toastProblem } from '~/ui/toast'
import { IconVersions } from '@tabler/icons-react'
import { EditorSkeleton } from '../editor/EditorSkeleton'
import { keys, restoreVersion, versionsOptions, workflowQuery } from '../query'
import type { Workflow } from '../server'
import { Comparison } from '../versions/Comparison'
import { VersionRow } from '../versions/VersionRow'
import { WorkflowHead } from '../WorkflowHead'
import classes from '../versions/Versions.module.css'

interface Props {
  workflowKey: string
  before: string | undefined
  after: string | undefined
  onSides: (sides: { before: string; after: string }) => void
}

/** The published versions of a workflow, any two of them compared, any of them brought back as a draft. */
export function WorkflowVersions({ workflowKey, ...sides }: Props) {
  const query = useQuery(workflowQuery(workflowKey))
  if (query.data) return <Versions workflow={query.data} {...sides} />
  if (query.isError) return <Problem page error={query.error} onRetry={() => void query.refetch()} />
  return <EditorSkeleton />
}

/** The side before one; the first version has none, and stands for itself. */
const previous = (side: string, current: number | undefined) => (Number(side) > 0 ? String(Math.max(1, Number(side) - 1)) : String(current ?? 'draft'))

function Versions({ workflow, before, after, onSides }: Omit<Props, 'workflowKey'> & { workflow: Workflow }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const list = useInfiniteQuery(versionsOptions(workflow.key))
  const more = useSentinel(() => void list.fetchNextPage(), list.hasNextPage && !list.isFetchingNextPage && !list.isError)
  const [restoring, setRestoring] = useState<number | 'shipped' | null>(null)
  const versions = flatten(list.data)
  const current = workflow.published?.number
  const latest = workflow.draft.changed ? 'draft' : String(current ?? 'draft')
  const right = after ?? latest
  const left = before ?? previous(right, current)
  const restore = useMutation({
    mutationFn: (number: number | 'shipped') => restoreVersion(workflow.key, number, workflow.draft.version),
    onSuccess: async (_, number) => {
      setRestoring(null)
      await client.invalidateQueries({ queryKey: keys.one(workflow.key) })
      void client.invalidateQueries({ queryKey: keys.all })
      toastDone(number === 'shipped' ? t('workflow.didRestoreShipped') : t('workflow.didRestore', { number }))
    },
    onError: toastProblem,
  })
  const running = new Map(workflow.counts.versions.map((each) => [each.number, each.running]))
  return (
    <div className={classes.page}>
      <WorkflowHead workflow={workflow} />
      {list.isSuccess && versions.length === 0 ? (
        <State icon={<IconVersions />} title={t('workflow.versionsEmpty')}>
          <p>{t('workflow.versionsEmptyText')}</p>
        </State>
      ) : (
        <div className={classes.body}>
          <div className={classes.list} tabIndex={0} role="group" aria-label={t('workflow.tabVersions')}>
            {list.isPending && [0, 1, 2].map((index) => <Bone key={index} height={64} />)}
            {list.isError && <Problem error={list.error} onRetry={() => void list.refetch()} />}
            <ul>
              {workflow.draft.changed && (
                <li className={classes.row} data-side={right === 'draft' || undefined}>
                  <span className={classes.rowHead}>
                    <button type="button" className={classes.pick} aria-pressed={right === 'draft'} onClick={() => onSides({ before: String(current ?? 'draft'), after: 'draft' })}>
                      {t('workflow.draft')}
                    </button>
                  </span>
                  <span className="muted">{t('workflow.draftChanged')}</span>
                </li>
              )}
              {versions.map((version) => (
                <VersionRow
                  key={version.number}
                  version={version}
                  inForce={version.number === current}
                  running={running.get(version.number) ?? 0}
                  shown={right === String(version.number)}
                  onPick={() => onSides({ before: previous(String(version.number), current), after: String(version.number) })}
                  onRestore={workflow.can.edit && version.number !== current ? () => setRestoring(version.number) : undefined}
                />
              ))}
              {workflow.shipped?.differs && (
                <li className={classes.row} data-side={right === 'shipped' || undefined}>
                  <span className={classes.rowHead}>
                    <button type="button" className={classes.pick} aria-pressed={right === 'shipped'} onClick={() => onSides({ before: String(current ?? 'draft'), after: 'shipped' })}>
                      {t('workflow.shippedSide')}
                    </button>
                    {workflow.can.edit && (
                      <span className={classes.tools}>
                        <Button variant="subtle" size="compact-sm" aria-label={t('workflow.restoreShipped')} onClick={() => setRestoring('shipped')}>
                          {t('workflow.restore')}
                        </Button>
                      </span>
                    )}
                  </span>
                  <span className="muted">{t('workflow.shippedText')}</span>
                </li>
              )}
            </ul>
            <div ref={more} />
          </div>
          <Comparison workflow={workflow} versions={versions} before={left} after={right} onChange={onSides} />
        </div>
      )}
      {restoring !== null && (
        <Confirm
          opened
          title={restoring === 'shipped' ? t('workflow.restoreShippedTitle') : t('workflow.restoreTitle', { number: restoring })}
          action={t('workflow.restore')}
          busy={restore.isPending}
          onConfirm={() => restore.mutate(restoring)}
          onClose={() => setRestoring(null)}
        >
          <p>{workflow.draft.changed ? t('workflow.restoreReplaces') : t('workflow.restoreText')}</p>
        </Confirm>
      )}
    </div>
  )
}
