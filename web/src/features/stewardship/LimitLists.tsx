import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconLock, IconShieldLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { dateTime } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { Chip } from '~/ui/Chip'
import { EndlessList } from '~/ui/Listing'
import { ReasonDialog } from '~/ui/ReasonDialog'
import { State } from '~/ui/states'
import { toastDone, toastProblem } from '~/ui/toast'
import { holdsOptions, type LegalHold, limitsOptions, type ProcessingLimit, renewStanding } from './query'
import frame from '~/ui/List.module.css'

/** Restrictions and objections, with the way to end them and to note what came of a review. */
export function Limits() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const list = useInfiniteQuery(limitsOptions())
  const [asked, setAsked] = useState<{ limit: ProcessingLimit; act: 'end' | 'review' } | null>(null)
  const rows = flatten(list.data)
  const send = useMutation({
    mutationFn: (words: string) => {
      const params = { path: { limit_id: asked?.limit.limit_id ?? '' } }
      if (asked?.act === 'review') return unwrap(api.POST('/api/v1/processing-limits/{limit_id}/review', { params, body: { note: words } }))
      return unwrap(api.POST('/api/v1/processing-limits/{limit_id}/end', { params, body: { reason: words } }))
    },
    onSuccess: () => {
      toastDone(t(asked?.act === 'review' ? 'stewardship.standing.reviewed' : 'stewardship.standing.ended'))
      setAsked(null)
    },
    onError: toastProblem,
    onSettled: () => renewStanding(client),
  })
  return (
    <>
      <EndlessList
        list={list}
        body={null}
        empty={
          rows.length === 0 && (
            <State icon={<IconShieldLock />} title={t('stewardship.standing.noLimits')}>
              <p>{t('stewardship.standing.noLimitsText')}</p>
            </State>
          )
        }
      >
        {rows.map((row) => (
          <li key={row.limit_id} className={frame.item} data-row={row.limit_id}>
            <div className={frame.status}>
              <Chip tone={row.ended_at ? 'neutral' : 'critical'} icon={<IconLock />}>
                {row.kind_name}
              </Chip>
            </div>
            <div>
              <Link to="/rights-requests/$requestId" params={{ requestId: row.request_id }} className={frame.name}>
                {row.customer.name}
              </Link>
              <p>{row.ended_at ? t('stewardship.standing.endedOn', { at: dateTime(row.ended_at), reason: row.end_reason }) : t('stewardship.standing.since', { at: dateTime(row.started_at) })}</p>
              {row.kind === 'OBJECTION' && (
                <p>{row.reviewed_by ? t('stewardship.standing.reviewedBy', { name: row.reviewed_by.full_name, note: row.review_note }) : t('stewardship.standing.notReviewed')}</p>
              )}
            </div>
            <div className={frame.acts}>
              {row.can.review && (
                <Button variant="default" onClick={() => setAsked({ limit: row, act: 'review' })}>
                  {t('stewardship.standing.review')}
                </Button>
              )}
              {row.can.end && (
                <Button variant="default" onClick={() => setAsked({ limit: row, act: 'end' })}>
                  {t('stewardship.standing.endLimit')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </EndlessList>
      {asked && (
        <ReasonDialog
          title={t(asked.act === 'review' ? 'stewardship.standing.reviewTitle' : 'stewardship.standing.endTitle')}
          text={t(asked.act === 'review' ? 'stewardship.standing.reviewText' : 'stewardship.standing.endText')}
          action={t(asked.act === 'review' ? 'stewardship.standing.review' : 'stewardship.standing.endLimit')}
          busy={send.isPending}
          maxLength={500}
          onSubmit={(words) => send.mutate(words)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}

/** Legal holds, with the way to lift one. */
export function Holds() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const list = useInfiniteQuery(holdsOptions())
  const [lifting, setLifting] = useState<LegalHold | null>(null)
  const rows = flatten(list.data)
  const send = useMutation({
    mutationFn: (reason: string) => unwrap(api.POST('/api/v1/legal-holds/{hold_id}/lift', { params: { path: { hold_id: lifting?.hold_id ?? '' } }, body: { reason } })),
    onSuccess: () => {
      toastDone(t('stewardship.standing.lifted'))
      setLifting(null)
    },
    onError: toastProblem,
    onSettled: () => renewStanding(client),
  })
  return (
    <>
      <EndlessList list={list} body={null} empty={rows.length === 0 && <State icon={<IconLock />} title={t('stewardship.standing.noHolds')} />}>
        {rows.map((row) => (
          <li key={row.hold_id} className={frame.item} data-row={row.hold_id}>
            <div className={frame.status}>
              <Chip tone={row.lifted_at ? 'neutral' : 'critical'} icon={<IconLock />}>
                {t(row.lifted_at ? 'stewardship.standing.lifted' : 'stewardship.standing.held')}
              </Chip>
            </div>
            <div>
              <span className={frame.name}>{row.customer.name}</span>
              <p>{row.reason}</p>
              <p className={frame.who}>
                {row.placed_by?.full_name}, {dateTime(row.placed_at)}
              </p>
            </div>
            <div className={frame.acts}>
              {!row.lifted_at && (
                <Button variant="default" onClick={() => setLifting(row)}>
                  {t('stewardship.standing.lift')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </EndlessList>
      {lifting && (
        <ReasonDialog title={t('stewardship.standing.lift')} text={t('stewardship.standing.liftText')} action={t('stewardship.standing.lift')} busy={send.isPending} maxLength={500} onSubmit={(words) => send.mutate(words)} onClose={() => setLifting(null)} />
      )}
    </>
  )
}

/** Why a customer's data has to be kept. */
export function HoldDialog({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const send = useMutation({
    mutationFn: (reason: string) => unwrap(api.POST('/api/v1/legal-holds', { body: { customer_id: customerId, reason } })),
    onSuccess: () => {
      toastDone(t('stewardship.standing.held'))
      onClose()
    },
    onError: toastProblem,
    onSettled: () => renewStanding(client),
  })
  return <ReasonDialog title={t('stewardship.standing.holdTitle')} text={t('stewardship.standing.holdText')} action={t('stewardship.standing.hold')} busy={send.isPending} maxLength={500} onSubmit={(words) => send.mutate(words)} onClose={onClose} />
}
