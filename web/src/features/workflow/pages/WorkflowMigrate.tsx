import '../texts/id/workflow'

import { Button, Select, Textarea } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { IconArrowRight, IconTransfer } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { count } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { Bone } from '~/ui/Bone'
import { Section } from '~/ui/Section'
import { Problem, State } from '~/ui/states'
import { toastProblem } from '~/ui/toast'
import { MappingTable } from '../migration/MappingTable'
import { Progress } from '../migration/Progress'
import type { Definition } from '../model/definition'
import { decided, suggestMapping } from '../model/mapping'
import { sound } from '../model/sound'
import { migrate, versionQuery, versionsOptions, workflowQuery } from '../query'
import type { Workflow } from '../server'
import { WorkflowHead } from '../WorkflowHead'
import classes from '../migration/Migration.module.css'

interface Sides {
  from?: string
  to?: string
  run?: string
}

interface Props extends Sides {
  workflowKey: string
  onSides: (sides: Sides) => void
}

/** Moves running work from one version to another, by an explicit mapping of states. */
export function WorkflowMigrate({ workflowKey, ...props }: Props) {
  const query = useQuery(workflowQuery(workflowKey))
  if (query.data) return <Choose workflow={query.data} {...props} />
  if (query.isError) return <Problem page error={query.error} onRetry={() => void query.refetch()} />
  return <Bone height={48} />
}

function Choose({ workflow, from, to, run, onSides }: Omit<Props, 'workflowKey'> & { workflow: Workflow }) {
  const { t } = useTranslation()
  const versions = useInfiniteQuery(versionsOptions(workflow.key))
  const numbers = flatten(versions.data).map((version) => version.number)
  const running = workflow.counts.versions.filter((version) => version.running > 0)
  const target = Number(to ?? workflow.published?.number ?? 0)
  const source = Number(from ?? running.find((version) => version.number !== target)?.number ?? 0)
  const old = useQuery({ ...versionQuery(workflow.key, source), enabled: source > 0 })
  const next = useQuery({ ...versionQuery(workflow.key, target), enabled: target > 0 })
  const label = (number: number) => {
    const held = running.find((version) => version.number === number)?.running ?? 0
    return `${t('workflow.versionNumber', { number })}${held > 0 ? ` · ${t('workflow.runningOn', { count: held, shown: count(held) })}` : ''}`
  }
  const options = numbers.map((number) => ({ value: String(number), label: label(number) }))
  return (
    <>
      <WorkflowHead workflow={workflow} />
      <div className={classes.page}>
        <p className="muted">{t('workflow.migrateText')}</p>
        {source === 0 && !run ? (
          <State icon={<IconTransfer />} title={t('workflow.migrateNothing')}>
            <p>{t('workflow.migrateNothingText')}</p>
          </State>
        ) : (
          <Section title={t('workflow.migrateVersions')}>
            <div className={classes.versions}>
              <Select label={t('workflow.migrateFrom')} w={280} data={options.filter(({ value }) => value !== String(target))} value={source > 0 ? String(source) : null} onChange={(value) => value && onSides({ from: value, to: String(target) })} />
              <IconArrowRight size={18} className={classes.arrow} aria-hidden />
              <Select label={t('workflow.migrateTo')} w={280} data={options.filter(({ value }) => value !== String(source))} value={target > 0 ? String(target) : null} onChange={(value) => value && onSides({ from: String(source), to: value })} />
            </div>
          </Section>
        )}
        {run && <Progress workflowKey={workflow.key} runId={run} />}
        {(old.error ?? next.error) && <Problem error={old.error ?? next.error} onRetry={() => void (old.error ? old.refetch() : next.refetch())} />}
        {old.data && next.data && source !== target && (
          <Mapping
            key={`${source} ${target}`}
            workflow={workflow}
            source={source}
            target={target}
            before={sound(old.data.content)}
            after={sound(next.data.content)}
            onRun={(id) => onSides({ from: String(source), to: String(target), run: id })}
          />
        )}
      </div>
    </>
  )
}

const MIN_REASON = 10

interface MappingProps {
  workflow: Workflow
  source: number
  target: number
  before: Definition
  after: Definition
  onRun: (id: string) => void
}

function Mapping({ workflow, source, target, before, after, onRun }: MappingProps) {
  const { t } = useTranslation()
  const suggested = useMemo(() => suggestMapping(before, after), [before, after])
  const [mapping, setMapping] = useState(suggested)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const running = workflow.counts.versions.find((version) => version.number === source)?.states ?? {}
  const open = Object.entries(mapping).filter(([state, to]) => to === null && (running[state] ?? 0) > 0)
  const body = (dry: boolean) => ({ from: source, to: target, mapping: decided(mapping), dry_run: dry, reason: reason.trim() })
  const trial = useMutation({ mutationFn: () => migrate(workflow.key, body(true)), onError: toastProblem })
  const start = useMutation({ mutationFn: () => migrate(workflow.key, body(false)), onSuccess: (run) => onRun(run.id ?? ''), onError: toastProblem })
  const short = reason.trim().length < MIN_REASON
  const found = trial.data
  return (
    <>
      <Section title={t('workflow.mapping')}>
        <MappingTable
          before={before}
          after={after}
          running={running}
          mapping={mapping}
          suggested={suggested}
          onChange={(state, to) => {
            setMapping({ ...mapping, [state]: to })
            trial.reset()
          }}
        />
      </Section>
      <Section title={t('workflow.migrateStart')}>
        <Textarea
          label={t('workflow.reason')}
          placeholder={t('workflow.migrateReason')}
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          error={asked && short ? t('common.atLeast', { count: MIN_REASON }) : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {found && (
          <div className={classes.result} role="status">
            <strong className="num">{t('workflow.trialTotal', { count: found.total, shown: count(found.total) })}</strong>
            {found.problems.length > 0 ? (
              <ul className={classes.problems}>
                {found.problems.map((problem, index) => (
                  <li key={index}>{problem.message}</li>
                ))}
              </ul>
            ) : (
              <p className="muted">{t('workflow.trialFine')}</p>
            )}
          </div>
        )}
        <div className={classes.actions}>
          <Button variant="default" loading={trial.isPending} onClick={() => trial.mutate()}>
            {t('workflow.trial')}
          </Button>
          <Button
            loading={start.isPending}
            disabled={open.length > 0 || (found?.problems.some((problem) => problem.severity === 'error') ?? false)}
            onClick={() => {
              setAsked(true)
              if (!short) start.mutate()
            }}
          >
            {t('workflow.migrateDo')}
          </Button>
          {open.length > 0 && <span className="muted">{t('workflow.mapOpen', { count: open.length })}</span>}
        </div>
      </Section>
    </>
  )
}
