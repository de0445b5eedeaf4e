import { Button, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { count } from '~/lib/format'
import { Bone } from '~/ui/Bone'
import { FormDialog } from '~/ui/FormDialog'
import { useProposed } from '~/ui/Proposal'
import { Problem as ProblemState } from '~/ui/states'
import { toastDone, toastProblem } from '~/ui/toast'
import type { Problem } from '../model/places'
import { diffQuery, keys, publish } from '../query'
import type { Workflow } from '../server'
import { DiffList } from '../versions/DiffList'
import classes from './PublishDialog.module.css'

interface Props {
  workflow: Workflow
  problems: readonly Problem[]
  dirty: boolean
  draftVersion: number
  onSave: () => Promise<void>
  onProblem: (problem: Problem) => void
  onClose: () => void
}

const MIN_NOTE = 10

/** The last look before everybody works by it: what stands against it, what changes, and why. */
export function PublishDialog({ workflow, problems, dirty, draftVersion, onSave, onProblem, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const proposed = useProposed()
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState(false)
  const errors = problems.filter((problem) => problem.severity === 'error')
  const warnings = problems.filter((problem) => problem.severity === 'warning')
  const before = workflow.published ? String(workflow.published.number) : null
  const diff = useQuery({ ...diffQuery(workflow.key, before ?? '', 'draft'), enabled: before !== null && !dirty, staleTime: 0 })
  const short = note.trim().length < MIN_NOTE
  const put = useMutation({
    mutationFn: () => publish(workflow.key, draftVersion, note.trim()),
    onSuccess: async (version) => {
      if (!proposed(version)) toastDone(t('workflow.didPublish', { number: version.number }))
      await client.invalidateQueries({ queryKey: keys.one(workflow.key) })
      void client.invalidateQueries({ queryKey: keys.all })
      onClose()
    },
    onError: toastProblem,
  })
  const lists = [...errors, ...warnings]
  return (
    <FormDialog
      title={t('workflow.publishTitle', { number: (workflow.published?.number ?? 0) + 1 })}
      text={t('workflow.publishText')}
      action={t('workflow.publish')}
      dirty={note !== '' && !put.isSuccess}
      busy={put.isPending}
      blocked={errors.length > 0 || dirty}
      size={640}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (!short && errors.length === 0 && !dirty) put.mutate()
      }}
    >
      {dirty && (
        <div className={classes.notice}>
          <span>{t('workflow.publishUnsaved')}</span>
          <Button variant="default" size="compact-sm" onClick={() => void onSave()}>
            {t('workflow.saveDraft')}
          </Button>
        </div>
      )}
      {before !== null && !dirty && (
        <section aria-label={t('workflow.changes')}>
          <h3 className={classes.title}>{t('workflow.changesSince', { number: before })}</h3>
          <div className={classes.diff}>
            {diff.isPending && <Bone width="70%" height={14} />}
            {diff.isError && <ProblemState error={diff.error} onRetry={() => void diff.refetch()} />}
            {diff.data && <DiffList lines={diff.data} />}
          </div>
        </section>
      )}
      {lists.length > 0 && (
        <section aria-label={t('workflow.problems')}>
          <h3 className={classes.title}>{errors.length > 0 ? t('workflow.publishErrors') : t('workflow.publishWarnings')}</h3>
          <ul className={classes.list}>
            {lists.map((problem, index) => (
              <li key={index}>
                <button
                  type="button"
                  className={classes.problem}
                  data-severity={problem.severity}
                  onClick={() => {
                    onClose()
                    requestAnimationFrame(() => onProblem(problem))
                  }}
                >
                  {problem.severity === 'error' ? <IconAlertCircle size={15} aria-hidden /> : <IconAlertTriangle size={15} aria-hidden />}
                  <span>{problem.message}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {workflow.counts.running > 0 && <p className="muted">{t('workflow.publishPinned', { count: workflow.counts.running, shown: count(workflow.counts.running) })}</p>}
      <Textarea
        label={t('workflow.note')}
        placeholder={t('workflow.notePlaceholder')}
        autosize
        minRows={2}
        maxLength={500}
        value={note}
        error={asked && short ? t('common.atLeast', { count: MIN_NOTE }) : undefined}
        onChange={(event) => setNote(event.currentTarget.value)}
        data-autofocus
      />
    </FormDialog>
  )
}
