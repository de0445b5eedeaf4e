import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { flatten } from '~/lib/keyset'
import { count, date, dateTime, timeSeconds } from '~/lib/format'
import { Bone } from '~/ui/Bone'
import { Facts } from '~/ui/Facts'
import { ReasonDialog } from '~/ui/ReasonDialog'
import { Section } from '~/ui/Section'
import { SidePanel } from '~/ui/SidePanel'
import { Problem } from '~/ui/states'
import { toastDone, toastProblem } from '~/ui/toast'
import { OutcomeChip } from '../AuditTableRow'
import { type Alert, alertOptions, type AlertState, KEY, reviewAlert } from './query'
import { StateChip } from './StateChip'
import panel from '../AuditPanel.module.css'

type Judgement = 'DISMISSED' | 'CONFIRMED'

/** One alert: what was counted against which bar, the records behind it, and its judgement. */
export function AlertPanel({ alertId, onClose }: { alertId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const query = useInfiniteQuery(alertOptions(alertId))
  const [judging, setJudging] = useState<Judgement | null>(null)
  const alert = query.data?.pages[0]?.alert
  const records = flatten(query.data)
  const review = useMutation({
    mutationFn: reviewAlert,
    onSuccess: (done) => toastDone(t(`suspicion.done.${done.state}`)),
    onError: toastProblem,
    onSettled: () => {
      setJudging(null)
      void client.invalidateQueries({ queryKey: KEY })
    },
  })
  const move = (state: AlertState, reason = '') => alert && review.mutate({ alert, state, reason })
  return (
    <SidePanel label={t('suspicion.alert')} title={alert?.rule_title ?? <Bone width={180} height={14} />} onClose={onClose}>
      <div className={panel.body}>
        {query.isPending && [320, 260, 300, 280].map((width) => <Bone key={width} width={width} />)}
        {query.isError && !alert && <Problem error={query.error} onRetry={() => void query.refetch()} />}
        {alert && (
          <>
            <Section title={t('suspicion.facts')} aside={<StateChip state={alert.state} />}>
              <Found alert={alert} />
              <div className={panel.narrow}>
                {alert.can.review && alert.state === 'NEW' && <Act label={t('suspicion.take')} onClick={() => move('IN_REVIEW')} />}
                {alert.can.review && ['NEW', 'IN_REVIEW'].includes(alert.state) && (
                  <>
                    <Act label={t('suspicion.dismiss')} onClick={() => setJudging('DISMISSED')} />
                    <Act label={t('suspicion.confirm')} onClick={() => setJudging('CONFIRMED')} />
                  </>
                )}
                {alert.can.review && ['DISMISSED', 'CONFIRMED'].includes(alert.state) && <Act label={t('suspicion.reopen')} onClick={() => move('NEW')} />}
                <Link to="/audit" search={{ actor: alert.user?.id, from: day(alert.first_at), to: day(alert.last_at) }} className={panel.link}>
                  {t('suspicion.openTrail')}
                </Link>
              </div>
              {!alert.can.review && <p className="muted">{t('suspicion.own')}</p>}
            </Section>
            {alert.reviewed_by && (
              <Section title={t('suspicion.review')}>
                <Facts facts={[[t('suspicion.reviewedBy'), `${alert.reviewed_by.full_name}, ${dateTime(alert.reviewed_at ?? '')}`], [t('suspicion.reason'), alert.reason || '–']]} />
              </Section>
            )}
            <Section title={t('suspicion.records')}>
              <ul>
                {records.map((each) => (
                  <li key={each.audit_id}>
                    <Link to="/audit" search={{ record: each.audit_id, request_id: each.request_id ?? undefined }} className={panel.other}>
                      <span className="num muted">{timeSeconds(each.created_at)}</span>
                      <span className={panel.grow}>
                        {each.action_label} {each.customer_label && <span className="muted">{each.customer_label}</span>}
                      </span>
                      <OutcomeChip outcome={each.outcome} word={each.outcome_label} quiet />
                    </Link>
                  </li>
                ))}
              </ul>
              {query.hasNextPage && (
                <Button variant="default" size="compact-sm" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('suspicion.more')}
                </Button>
              )}
            </Section>
          </>
        )}
      </div>
      {judging && (
        <ReasonDialog
          title={t(`suspicion.judge.${judging}`)}
          text={t('suspicion.judgeText')}
          action={judging === 'DISMISSED' ? t('suspicion.dismiss') : t('suspicion.confirm')}
          placeholder={t('suspicion.reasonPlaceholder')}
          maxLength={500}
          busy={review.isPending}
          onSubmit={(reason) => move(judging, reason)}
          onClose={() => setJudging(null)}
        />
      )}
    </SidePanel>
  )
}

const day = (instant: string) => new Date(instant).toLocaleDateString('en-CA', { timeZone: 'Asia/Jakarta' })

const Act = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <Button variant="default" size="compact-sm" onClick={onClick}>
    {label}
  </Button>
)

function Found({ alert }: { alert: Alert }) {
  const { t } = useTranslation()
  return (
    <Facts
      facts={[
        [
          t('suspicion.columns.user'),
          <>
            {alert.user?.full_name ?? '–'} <span className="mono muted">{alert.user?.username}</span>
          </>,
        ],
        [t('suspicion.when'), <span className="num">{`${date(alert.first_at)} ${timeSeconds(alert.first_at)} – ${timeSeconds(alert.last_at)} WIB`}</span>],
        [t('suspicion.peak'), <span className="num">{count(alert.peak)}</span>],
        [t('suspicion.bar'), <span className="num">{count(alert.bar)}</span>],
        [t('suspicion.recordCount'), <span className="num">{count(alert.rows)}</span>],
        [t('suspicion.columns.found'), dateTime(alert.found_at)],
      ]}
    />
  )
}
