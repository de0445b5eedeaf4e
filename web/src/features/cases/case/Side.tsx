import { Button, Tooltip } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { IconArrowUpRight, IconEye, IconEyeOff } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { MaskedValue } from '~/features/customers/public/MaskedValue'
import { Documents } from '~/features/documents/public/Documents'
import { useMe } from '~/features/iam/public/me'
import { piecesFor } from '~/lib/feature'
import { initials } from '~/lib/initials'
import { Avatar } from '~/ui/Avatar'
import { Section } from '~/ui/Section'
import { toastProblem } from '~/ui/toast'
import type { Act, Case } from '../model'
import { noteCase } from '../query'
import { Details } from './Complaint'
import { Extension } from './Extension'
import { ReceiptLine } from './ReceiptLine'
import { Reminders } from './Reminders'
import { SlaCard } from './SlaCard'
import classes from './case.module.css'

interface Props {
  one: Case
  onAct: (act: Act, approve?: boolean) => void
}

/** Beside the stream: the clocks, who has it, what may come next, whom it is about, and its papers. */
export function Side({ one, onAct }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  if (one.hidden) return <Customer one={one} />
  return (
    <>
      <SlaCard caseId={one.id} updated={one.first_updated_at} />
      <Section title={t('cases.handler')} aside={<Watching one={one} />}>
        <div className={classes.handler}>
          {one.assignee ? <Avatar initials={initials(one.assignee.full_name)} size={32} /> : null}
          <div className={classes.words}>
            <p className={classes.strong}>{one.assignee?.full_name ?? t('cases.nobody')}</p>
            <p className="muted">{[one.unit?.name, one.escalation_level ? t('cases.level', { level: one.escalation_level }) : ''].filter(Boolean).join(' · ') || one.branch?.name}</p>
          </div>
          {one.can.claim ? (
            <Button variant="default" onClick={() => onAct('claim')}>
              {t('cases.acts.claim')}
            </Button>
          ) : (
            one.can.assign && (
              <Tooltip label={`${t('cases.acts.assign')} (A)`}>
                <Button variant="default" onClick={() => onAct('assign')}>
                  {t('cases.acts.assign')}
                </Button>
              </Tooltip>
            )
          )}
        </div>
      </Section>
      <Customer one={one} />
      <Extension one={one} onAct={onAct} />
      <Section title={t('cases.details')}>
        <Details one={one} />
        <ReceiptLine one={one} />
      </Section>
      <Reminders one={one} />
      {one.status === 'CLOSED' &&
        piecesFor('caseClosed', me).map((Piece, at) => (
          <Suspense key={at}>
            <Piece caseId={one.id} />
          </Suspense>
        ))}
      <Section title={t('cases.papers')}>
        <Documents subjectType="CASE" subjectId={one.id} />
      </Section>
    </>
  )
}

function Customer({ one }: { one: Case }) {
  const { t } = useTranslation()
  if (!one.customer) return null
  return (
    <Section title={t('cases.customer')}>
      <Link to="/customers/$customerId" params={{ customerId: one.customer.id }} preload={false} className={classes.customer}>
        <Avatar initials={initials(one.customer.name)} size={32} square />
        <span className={classes.words}>
          <span className={classes.strong}>{one.customer.name}</span>
          <span className="muted">{one.branch?.name}</span>
        </span>
        <IconArrowUpRight size={16} aria-label={t('cases.open360')} />
      </Link>
      {one.customer_phone?.masked && (
        <p className={classes.phone}>
          <span className="muted">{t('cases.phone')}</span>
          <MaskedValue customerId={one.customer.id} field="phone_e164" label={t('cases.phone')} masked={one.customer_phone.masked} canReveal={one.customer_phone.can_reveal} />
        </p>
      )}
    </Section>
  )
}

/** Whether I am told of what happens here. */
function Watching({ one }: { one: Case }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const params = { path: { case_id: one.id } }
  const turn = useMutation({
    mutationFn: () => (one.watching ? unwrap(api.DELETE('/api/v1/cases/{case_id}/watch', { params })) : unwrap(api.PUT('/api/v1/cases/{case_id}/watch', { params }))),
    onSuccess: (next) => noteCase(client, next),
    onError: toastProblem,
  })
  if (!one.can.watch && !one.watching) return null
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      color="gray"
      aria-pressed={one.watching}
      leftSection={one.watching ? <IconEyeOff size={14} /> : <IconEye size={14} />}
      loading={turn.isPending}
      onClick={() => turn.mutate()}
    >
      {t(one.watching ? 'cases.unwatch' : 'cases.watch')}
      {one.watchers > 0 && <span className="num">{`\u00a0· ${one.watchers}`}</span>}
    </Button>
  )
}
