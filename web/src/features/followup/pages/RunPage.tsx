import '../texts/id/followup'
import '../texts/id/followupRuns'

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { count, dateTime } from '~/lib/format'
import { Bars } from '~/ui/Bars'
import { Bone } from '~/ui/Bone'
import { Page } from '~/ui/Page'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { agentName } from '../chips'
import type { Move, RunReport } from '../model'
import { runOptions } from '../query'
import { readsMembers } from '../rights'
import { duration } from '../runs/scale'
import classes from '../runs/runs.module.css'

const FIGURES = [
  'due',
  'rotated',
  'stayed',
  'pending',
  'deposits',
  'dealt',
  'returned',
  'waiting',
  'departed',
] as const

/** What one run did: how many and why, who got and lost how many, and which members moved. */
export function RunPage({ runId }: { runId: string }) {
  const { t } = useTranslation()
  const found = useQuery(runOptions(runId))
  if (found.isError && !found.data)
    return <Problem page error={found.error} onRetry={() => void found.refetch()} />
  const run = found.data
  const back = <Link to="/followup/runs">← {t('followupRuns.back')}</Link>
  if (!run)
    return (
      <Page title={t('followupRuns.report')} text={back}>
        <Bone height={72} />
        <Bone height={280} />
      </Page>
    )
  const took = duration(t, run.took_ms)
  return (
    <Page
      title={t('followupRuns.report')}
      heading={`${t('followupRuns.report')}, ${dateTime(run.ran_at)}`}
      text={
        <>
          {back}
          {' · '}
          {t('followupRuns.reportText', { kind: t(`followupRuns.kinds.${run.kind}`), took })}
        </>
      }
    >
      <ul className={classes.figures}>
        {FIGURES.map((each) => (
          <li key={each} data-figure={each}>
            <span className={classes.label}>{t(`followupRuns.fields.${each}`)}</span>
            <strong
              className={each === 'pending' && run.pending > 0 ? `num ${classes.bad}` : 'num'}
            >
              {count(run[each])}
            </strong>
          </li>
        ))}
      </ul>
      <div className={classes.two}>
        <Section title={t('followupRuns.byReason')}>
          {run.reasons.length === 0 ? (
            <p className="muted">{t('followupRuns.byReasonNone')}</p>
          ) : (
            <Bars
              label={t('followupRuns.byReason')}
              bars={run.reasons.map((each) => ({
                key: each.reason,
                name: t(`followup.reasons.${each.reason}`),
                parts: [{ tone: 'accent', value: each.count }],
              }))}
            />
          )}
        </Section>
        <Section title={t('followupRuns.byBranch')}>
          <Branches branches={run.branches} />
        </Section>
      </div>
      <Section title={t('followupRuns.byAgent')}>
        <Agents agents={run.agents} />
      </Section>
      <Section title={t('followupRuns.moves')}>
        <Moves moves={run.moves} total={run.moves_total} />
      </Section>
    </Page>
  )
}

function Branches({ branches }: { branches: RunReport['branches'] }) {
  const { t } = useTranslation()
  if (branches.length === 0) return <p className="muted">{t('followupRuns.byReasonNone')}</p>
  const title = t('followupRuns.byBranch')
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={title}>
      <table className={classes.plain}>
        <thead>
          <tr>
            <th scope="col">{t('followupRuns.branch')}</th>
            <th scope="col">{t('followupRuns.series.not_followed_up')}</th>
            <th scope="col">{t('followupRuns.series.no_deposit')}</th>
            <th scope="col">{t('followupRuns.entered')}</th>
          </tr>
        </thead>
        <tbody>
          {branches.map((each) => (
            <tr key={each.branch.code}>
              <th scope="row">{each.branch.name}</th>
              <td className="num">{count(each.not_followed_up)}</td>
              <td className="num">{count(each.no_deposit)}</td>
              <td className="num">{count(each.entered)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Agents({ agents }: { agents: RunReport['agents'] }) {
  const { t } = useTranslation()
  const title = t('followupRuns.byAgent')
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={title}>
      <table className={classes.plain}>
        <thead>
          <tr>
            <th scope="col">{t('followupRuns.agent')}</th>
            <th scope="col">{t('followupRuns.gained')}</th>
            <th scope="col">{t('followupRuns.lost')}</th>
            <th scope="col">{t('followupRuns.load')}</th>
            <th scope="col">{t('followupRuns.blocked')}</th>
          </tr>
        </thead>
        <tbody>
          {agents.map((each) => (
            <tr key={each.agent.id}>
              <th scope="row">{agentName(t, each.agent)}</th>
              <td className="num">{count(each.gained)}</td>
              <td className="num">{count(each.lost)}</td>
              <td className="num">
                {t('followupRuns.loadOf', {
                  members: count(each.members),
                  capacity: count(each.capacity),
                })}
              </td>
              <td>{each.blocked ? t(`followupRuns.blockedReasons.${each.blocked}`) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Moves({ moves, total }: { moves: readonly Move[]; total: number }) {
  const { t } = useTranslation()
  const opens = readsMembers(useMe())
  if (moves.length === 0) return <p className="muted">{t('followupRuns.movesNone')}</p>
  return (
    <>
      <p className="muted">
        {t('followupRuns.movesSome', { shown: count(moves.length), total: count(total) })}
      </p>
      <ul className={classes.moves}>
        {moves.map((each) => (
          <li key={each.customer.id}>
            <strong>
              {opens ? (
                <Link
                  to="/followup/members/$customerId"
                  params={{ customerId: each.customer.id }}
                  preload={false}
                >
                  {each.customer.name}
                </Link>
              ) : (
                each.customer.name
              )}
            </strong>
            <span>
              {each.from_number === null
                ? t('followupRuns.moveFirst', { to: each.to_number, name: each.to_name })
                : t('followupRuns.moveFrom', {
                    from: each.from_number,
                    to: each.to_number,
                    name: each.to_name,
                  })}
            </span>
            <span className="muted">{t(`followup.reasons.${each.reason}`)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
