import '../texts/id/workflow'

import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { dateTime } from '~/lib/format'
import { CopyId } from '~/ui/CopyId'
import { Bone } from '~/ui/Bone'
import { Chip } from '~/ui/Chip'
import { Facts } from '~/ui/Facts'
import { Page } from '~/ui/Page'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { Ago } from '~/ui/Time'
import { toastDone, toastProblem } from '~/ui/toast'
import { History } from '../items/History'
import { type Given, MoveDialog } from '../items/MoveDialog'
import { itemQuery, keys, moveItem, rollbackItem } from '../query'
import type { ItemDetail, Way } from '../server'
import classes from '../items/Item.module.css'

const MIN_REASON = 10

/** One piece of work on its way: where it is, how it came there, where it may go and why not elsewhere. */
export function WorkflowItem({ itemId }: { itemId: string }) {
  const query = useQuery(itemQuery(itemId))
  if (query.data) return <Detail item={query.data} onStale={() => void query.refetch()} />
  if (query.isError) return <Problem page error={query.error} onRetry={() => void query.refetch()} />
  return (
    <div style={{ display: 'grid', gap: 16, padding: 24 }} aria-busy="true">
      <Bone width={260} height={20} />
      <Bone width="60%" />
      <Bone width="50%" />
    </div>
  )
}

type Asking = { way: Way } | 'rollback' | null

function Detail({ item, onStale }: { item: ItemDetail; onStale: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [asking, setAsking] = useState<Asking>(null)
  const done = (next: ItemDetail) => {
    setAsking(null)
    client.setQueryData(itemQuery(item.id).queryKey, next)
    void client.invalidateQueries({ queryKey: keys.one(item.workflow) })
    toastDone(t('workflow.didMoveItem', { state: next.state_title }))
  }
  const refused = (error: unknown) => {
    toastProblem(error)
    // Somebody else moved it: what is shown is no longer true.
    if (hasStatus(error, 409)) onStale()
  }
  const move = useMutation({ mutationFn: ({ way, given }: { way: Way; given: Given }) => moveItem(item.id, { transition: way.transition, version: item.version, ...given }), onSuccess: done, onError: refused })
  const rollback = useMutation({ mutationFn: (given: Given) => rollbackItem(item.id, item.version, given.reason), onSuccess: done, onError: refused })
  const title = item.subject_label ?? t('workflow.subjectUnnamed')
  return (
    <Page
      title={title}
      text={
        <>
          <Link to="/workflows/$workflowKey/items" params={{ workflowKey: item.workflow }} style={{ color: 'var(--s-accent)' }}>
            {item.workflow}
          </Link>{' '}
          · {t('workflow.versionNumber', { number: item.definition_version })}
        </>
      }
      actions={<Chip tone={item.ended ? 'neutral' : 'accent'}>{item.state_title}</Chip>}
    >
      <div className={classes.body}>
        <Section title={t('workflow.history')}>
          <History moves={item.history} />
        </Section>
        <div className={classes.aside}>
          <Section title={t('workflow.movesTitle')}>
            {item.moves.length === 0 && <p className="muted">{t('workflow.movesNone')}</p>}
            <ul className={classes.ways}>
              {item.moves.map((way) => (
                <li key={way.transition} className={classes.way}>
                  <Button variant="default" fullWidth justify="space-between" disabled={!way.allowed} rightSection={<span className="muted">→ {way.to_title}</span>} onClick={() => setAsking({ way })}>
                    {way.title}
                  </Button>
                  {!way.allowed && way.reason && <p className="muted">{way.reason}</p>}
                </li>
              ))}
            </ul>
          </Section>
          {(item.rollback.allowed || item.rollback.reason) && (
            <Section title={t('workflow.rollback')}>
              <Button variant="default" leftSection={<IconArrowBackUp size={15} aria-hidden />} disabled={!item.rollback.allowed} onClick={() => setAsking('rollback')}>
                {item.rollback.to_title ? t('workflow.rollbackTo', { state: item.rollback.to_title }) : t('workflow.rollbackDo')}
              </Button>
              {item.rollback.reason && <p className="muted">{item.rollback.reason}</p>}
            </Section>
          )}
          {item.timers.length > 0 && (
            <Section title={t('workflow.timers')}>
              <Facts facts={item.timers.map((timer) => [timer.key, <span title={dateTime(timer.due_at)}>{timer.status === 'PENDING' ? <Ago at={timer.due_at} /> : t(`workflow.timerStatus.${timer.status}`)}</span>])} />
            </Section>
          )}
          <Section title={t('workflow.facts')}>
            <Facts
              facts={[
                [t('workflow.itemColumns.since'), dateTime(item.entered_at)],
                [t('workflow.itemColumns.branch'), item.branch_code ?? '–'],
                [t('workflow.subject'), <code className="mono">{item.subject_type}</code>],
                ['Id', <CopyId value={item.subject_id} />],
              ]}
            />
          </Section>
        </div>
      </div>
      {asking !== null && asking !== 'rollback' && (
        <MoveDialog
          title={asking.way.title}
          action={asking.way.title}
          required={asking.way.required}
          busy={move.isPending}
          error={move.error}
          onSubmit={(given) => move.mutate({ way: asking.way, given })}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'rollback' && (
        <MoveDialog
          title={t('workflow.rollbackDo')}
          text={t('workflow.rollbackText')}
          action={t('workflow.rollbackDo')}
          required={[{ field: 'reason', label: t('workflow.reason'), min_length: MIN_REASON, max_length: 500, type: 'text', choices: [], accepted: true }]}
          busy={rollback.isPending}
          error={rollback.error}
          onSubmit={(given) => rollback.mutate(given)}
          onClose={() => setAsking(null)}
        />
      )}
    </Page>
  )
}
