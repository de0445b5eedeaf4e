import '../texts/id/access'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { useCountdown } from '~/lib/clock'
import { clock, dateTime, time } from '~/lib/format'
import { Chip } from '~/ui/Chip'
import { Facts } from '~/ui/Facts'
import { ListBones } from '~/ui/ListBones'
import { Page } from '~/ui/Page'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { type Act, ActDialog } from '../ActDialog'
import { Acts } from '../Acts'
import { type AccessDetail, requestQuery } from '../query'
import { ReviewDialog } from '../ReviewDialog'
import { StatusChip } from '../StatusChip'
import classes from '../access.module.css'

const STEPS: readonly Act[] = ['withdraw', 'self_approve', 'reject', 'approve', 'revoke', 'end']

/** One request: who wants to see whom and why, how it went, and what was done with it. */
export function AccessRequest({ requestId }: { requestId: string }) {
  const { t } = useTranslation()
  const found = useQuery({ ...requestQuery(requestId), refetchInterval: 30_000 })
  const [act, setAct] = useState<Act | null>(null)
  const [reviewing, setReviewing] = useState(false)
  if (found.isPending) {
    return (
      <Page title={t('access.title')}>
        <ListBones />
      </Page>
    )
  }
  if (!found.data) return <Problem page error={found.error} onRetry={() => void found.refetch()} />
  const request = found.data
  const title = request.customer ? request.customer.name : t('access.sampleOf', { count: request.sample?.size ?? 0 })
  return (
    <Page
      title={`${t('access.title')}: ${title}`}
      heading={
        <>
          {title} <StatusChip status={request.status} />
        </>
      }
      text={
        <Link to="/break-glass" search={{ view: 'all' }}>
          ← {t('access.back')}
        </Link>
      }
      actions={
        <>
          {STEPS.filter((each) => request.can[each]).map((each) => (
            <Button key={each} variant={each === 'approve' ? 'filled' : 'default'} onClick={() => setAct(each)}>
              {t(`access.${each}`)}
            </Button>
          ))}
          {request.can.open && request.customer && (
            <Button renderRoot={(props) => <Link to="/customers/$customerId" params={{ customerId: request.customer?.customer_id ?? '' }} preload={false} {...props} />}>
              {t('access.open')}
            </Button>
          )}
          {request.can.review && (
            <Button variant="default" onClick={() => setReviewing(true)}>
              {t('access.review')}
            </Button>
          )}
        </>
      }
    >
      <div className={classes.record}>
        <Section title={request.reason_name}>
          <p className={classes.quote}>{request.reason}</p>
          <Asked request={request} />
        </Section>
        <Section title={t('access.course')} aside={<Remaining request={request} />}>
          <Course request={request} />
        </Section>
      </div>
      {request.can.follow && (
        <Section title={t('access.reviews')}>
          {request.reviews.length === 0 && <p className="muted">{t('access.reviewsEmpty')}</p>}
          <div className={classes.course}>
            {request.reviews.map((each) => (
              <div key={each.id}>
                <Chip tone={each.verdict === 'CONCERN' ? 'critical' : 'success'}>{t(`access.finding.${each.verdict}`)}</Chip>{' '}
                <span className={classes.faint}>
                  {t('access.by', { name: each.reviewed_by.full_name })}, {dateTime(each.reviewed_at)}
                </span>
                <p className={classes.quote}>{each.note}</p>
              </div>
            ))}
          </div>
        </Section>
      )}
      {request.can.follow && <Acts requestId={request.id} />}
      {act && <ActDialog request={request} act={act} onClose={() => setAct(null)} />}
      {reviewing && (
        <ReviewDialog
          title={t('access.reviewTitle')}
          text={t('access.reviewText')}
          done={t('access.reviewed')}
          least={() => 3}
          send={(verdict, note) => unwrap(api.POST('/api/v1/break-glass/{request_id}/reviews', { params: { path: { request_id: request.id } }, body: { verdict, note } }))}
          onClose={() => setReviewing(false)}
        />
      )}
    </Page>
  )
}

function Asked({ request }: { request: AccessDetail }) {
  const { t } = useTranslation()
  const facts: [string, ReactNode][] = [
    [t('access.branch'), request.branch?.name ?? '–'],
    [t('access.ticket'), request.ticket],
    [t('access.minutes'), t('access.minutesValue', { count: request.minutes })],
    [t('access.tier'), request.tier],
  ]
  if (request.customer) facts.unshift([t('access.customer'), [request.customer.name, request.customer.cif].filter(Boolean).join(' · ')])
  if (request.sample) {
    facts.unshift([
      t('access.sample'),
      <Link key="sample" to="/break-glass/samples/$sampleId" params={{ sampleId: request.sample.id }}>
        {t('access.sampleOf', { count: request.sample.size ?? 0 })}
      </Link>,
    ])
  }
  return <Facts facts={facts} />
}

function Remaining({ request }: { request: AccessDetail }) {
  const { t } = useTranslation()
  // Counted from each answer anew: a request that was open on the page may have been approved since.
  const deadline = useMemo(() => Date.now() + (request.remaining_seconds ?? 0) * 1000, [request])
  const left = useCountdown(request.remaining_seconds === null ? null : deadline)
  if (request.remaining_seconds === null || !request.ends_at) return null
  return (
    <span className="num" role="timer">
      {t('access.remaining', { time: clock(left) })} ({t('access.until', { time: time(request.ends_at) })})
    </span>
  )
}

function Course({ request }: { request: AccessDetail }) {
  const { t } = useTranslation()
  const step = (word: string, at: string, by: string | undefined, note: string) => (
    <div>
      <strong>{word}</strong>{' '}
      <span className={classes.faint}>
        {t('access.by', { name: by ?? t('access.system') })}, {dateTime(at)}
      </span>
      {note && <p className={classes.quote}>“{note}”</p>}
    </div>
  )
  const closed = request.status !== 'REQUESTED' && request.status !== 'ACTIVE' && request.status !== 'REJECTED'
  const decided = request.status === 'REJECTED' ? t('access.course_rejected') : request.self_approved ? t('access.selfApproved') : t('access.course_decided')
  return (
    <div className={classes.course}>
      {step(t('access.course_requested'), request.requested_at, `${request.requested_by.full_name} (${request.requester_role})`, '')}
      {request.decided_at && step(decided, request.decided_at, request.decided_by?.full_name, request.decision_note)}
      {closed && request.closed_at && step(t(`access.status.${request.status}`), request.closed_at, request.closed_by?.full_name, request.close_note)}
    </div>
  )
}
