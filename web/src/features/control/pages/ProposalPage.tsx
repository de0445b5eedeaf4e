import '../texts/id/control'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { dateTime } from '~/lib/format'
import { Facts } from '~/ui/Facts'
import { ListBones } from '~/ui/ListBones'
import { Page } from '~/ui/Page'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { ActDialog } from '../ActDialog'
import { CodesDialog } from '../CodesDialog'
import { Difference } from '../Difference'
import { type Act, type Proposal, proposalQuery, titleOf } from '../query'
import { StatusChip } from '../StatusChip'
import { TakeResult } from '../TakeResult'
import { TimeLeft } from '../TimeLeft'
import classes from '../control.module.css'

const ACTS: readonly Act[] = ['withdraw', 'decline', 'approve']

const HEADS: Partial<Record<Proposal['status'], 'control.changes' | 'control.changed'>> = { PROPOSED: 'control.changes', APPLIED: 'control.changed' }

/** One change that waits, or waited: what it would write, who wants it and why, and what became of it. */
export function ProposalPage({ proposalId }: { proposalId: string }) {
  const { t } = useTranslation()
  const found = useQuery({ ...proposalQuery(proposalId), refetchInterval: 30_000 })
  const [act, setAct] = useState<Act | null>(null)
  const [entering, setEntering] = useState(false)
  if (found.isPending) {
    return (
      <Page title={t('control.title')}>
        <ListBones />
      </Page>
    )
  }
  if (!found.data) return <Problem page error={found.error} onRetry={() => void found.refetch()} />
  const proposal = found.data
  const title = titleOf(proposal)
  return (
    <Page
      title={title}
      heading={
        <>
          {title} <StatusChip status={proposal.status} />
        </>
      }
      text={
        <Link to="/proposals" search={{ view: proposal.status === 'PROPOSED' ? undefined : 'all' }}>
          ← {t('control.back')}
        </Link>
      }
      actions={
        <>
          {proposal.can.use_codes && (
            <Button variant="default" onClick={() => setEntering(true)}>
              {t('control.use_codes')}
            </Button>
          )}
          {ACTS.filter((each) => proposal.can[each]).map((each) => (
            <Button key={each} variant={each === 'approve' ? 'filled' : 'default'} onClick={() => setAct(each)}>
              {t(`control.${each}`)}
            </Button>
          ))}
        </>
      }
    >
      {proposal.can.take_result && <TakeResult key={proposal.version} proposal={proposal} />}
      {proposal.status === 'STALE' && (
        <p role="alert" className={classes.stale}>
          {t('control.becameStale')}
        </p>
      )}
      <Section title={t(HEADS[proposal.status] ?? 'control.asked')}>
        <Difference changes={proposal.changes} />
      </Section>
      <div className={classes.record}>
        <Section title={t('control.proposal')}>
          {proposal.reason && <p className={classes.quote}>“{proposal.reason}”</p>}
          <About proposal={proposal} />
        </Section>
        <Section title={t('control.course')}>
          <Course proposal={proposal} />
        </Section>
      </div>
      {act && <ActDialog proposal={proposal} act={act} onClose={() => setAct(null)} />}
      {entering && <CodesDialog proposal={proposal} onClose={() => setEntering(false)} />}
    </Page>
  )
}

function About({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation()
  const { concerns, subject } = proposal
  const facts: [string, ReactNode][] = [[t('control.proposer'), `${proposal.proposed_by.full_name}, ${dateTime(proposal.proposed_at)}`]]
  if (concerns) {
    facts.push([
      t('control.concerns'),
      <Link key="concerns" to="/administration/users/$userId" params={{ userId: concerns.user_id }}>
        {concerns.full_name}
      </Link>,
    ])
  }
  if (subject?.label && subject.label !== concerns?.full_name) facts.push([t('control.subject'), subject.path ? <a href={subject.path}>{subject.label}</a> : subject.label])
  if (proposal.status === 'PROPOSED') {
    facts.push([t('control.ends'), <TimeLeft key="ends" until={proposal.expires_at} />])
    if (!proposal.can.approve) facts.push([t('control.decides'), t(proposal.can.withdraw ? 'control.decidesOther' : 'control.decidesNotYou')])
  }
  return <Facts facts={facts} />
}

function Course({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation()
  const { status, by_codes: byCodes } = proposal
  // Who withdraws, or enters the codes, is the one who proposed.
  const decider = proposal.decided_by ?? (status === 'WITHDRAWN' || byCodes ? proposal.proposed_by : null)
  const step = (word: string, at: string, by: string | undefined, note: string) => (
    <div>
      <strong>{word}</strong>{' '}
      <span className={classes.faint}>
        {t('control.by', { name: by ?? t('control.system') })}, {dateTime(at)}
      </span>
      {note && <p className={classes.quote}>{note}</p>}
    </div>
  )
  return (
    <div className={classes.course}>
      {step(t('control.proposed'), proposal.proposed_at, proposal.proposed_by.full_name, '')}
      {status === 'PROPOSED' && <p className="muted">{t('control.nobodyYet')}</p>}
      {proposal.decided_at && step(byCodes ? t('control.appliedByCodes') : t(`control.status.${status}`), proposal.decided_at, decider?.full_name, proposal.note)}
    </div>
  )
}
