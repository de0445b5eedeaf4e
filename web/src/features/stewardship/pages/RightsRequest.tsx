import '../texts/id/stewardship'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { dateTime, fileSize } from '~/lib/format'
import { may } from '~/lib/permissions'
import { save } from '~/lib/save'
import { Facts } from '~/ui/Facts'
import { ListBones } from '~/ui/ListBones'
import { Page } from '~/ui/Page'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { toastProblem } from '~/ui/toast'
import { Countdown, StatusChip } from '../chips'
import { requestQuery, type RightsDetail as Request } from '../query'
import { type Step, StepDialog } from '../StepDialog'
import { HoldDialog } from '../LimitLists'

// The step that carries on comes last, where the eye ends.
const STEPS: readonly Step[] = ['withdraw', 'refuse', 'send_back', 'assign', 'verify', 'take', 'complete', 'propose', 'approve']

/** What has to be done next, for who may do it or waits for it. */
function useNext(request: Request): string {
  const { t } = useTranslation()
  const me = useMe()
  const { can } = request
  if (request.closed_at) return t('stewardship.nextEnded')
  if (can.approve) return t('stewardship.nextApprove')
  if (request.status === 'WAITING_APPROVAL') return t('stewardship.nextWait')
  if (can.verify) return t('stewardship.nextVerify')
  if (!request.owner && can.take) return t('stewardship.nextTake')
  if (request.owner && request.owner.id !== me.id) return t('stewardship.nextOther', { name: request.owner.full_name })
  return t('stewardship.nextComplete')
}

/** One request: what is asked, what is left of its time, what to do next, and how it went. */
export function RightsRequest({ requestId }: { requestId: string }) {
  const { t } = useTranslation()
  const found = useQuery({ ...requestQuery(requestId), refetchInterval: (query) => (query.state.data?.pack?.status === 'PENDING' ? 3_000 : 60_000) })
  const me = useMe()
  const [step, setStep] = useState<Step | null>(null)
  const [holding, setHolding] = useState(false)
  if (found.isPending) {
    return (
      <Page title={t('stewardship.title')}>
        <ListBones />
      </Page>
    )
  }
  if (!found.data) return <Problem page error={found.error} onRetry={() => void found.refetch()} />
  const request = found.data
  const offered = STEPS.filter((each) => request.can[each])
  return (
    <Page
      title={`${request.kind_name}: ${request.customer.name}`}
      heading={
        <>
          {request.kind_name} <StatusChip status={request.status} />
        </>
      }
      width="reading"
      text={<Link to="/rights-requests">← {t('stewardship.title')}</Link>}
      actions={offered.map((each, index) => (
        <Button key={each} variant={index === offered.length - 1 && each !== 'withdraw' && each !== 'refuse' ? 'filled' : 'default'} onClick={() => setStep(each)}>
          {t(`stewardship.step.${each}`)}
        </Button>
      ))}
    >
      <Section title={t('stewardship.next')} aside={!request.closed_at && <Countdown request={request} />}>
        <Next request={request} />
        {request.blockers.length > 0 && (
          <>
            <p style={{ marginTop: 12 }}>{t('stewardship.standing.blockers')}:</p>
            <ul style={{ listStyle: 'disc', paddingLeft: 20 }}>
              {request.blockers.map((each) => (
                <li key={each.reason}>{each.reason}</li>
              ))}
            </ul>
          </>
        )}
        {request.kind === 'ERASURE' && !request.closed_at && may(me, 'data_protection', 'C') && (
          <Button variant="default" mt={12} onClick={() => setHolding(true)}>
            {t('stewardship.standing.hold')}
          </Button>
        )}
      </Section>
      {request.pack && (
        <Section title={t('stewardship.standing.pack')}>
          <Pack request={request} pack={request.pack} />
        </Section>
      )}
      <Section title={t('stewardship.fields.details')}>
        {request.details && <p style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', marginBottom: 12 }}>{request.details}</p>}
        <Asked request={request} />
      </Section>
      <Section title={t('stewardship.course')}>
        <Course request={request} />
      </Section>
      {holding && <HoldDialog customerId={request.customer.id} onClose={() => setHolding(false)} />}
      {step && <StepDialog request={request} step={step} onClose={() => setStep(null)} />}
    </Page>
  )
}

function Next({ request }: { request: Request }) {
  const { t } = useTranslation()
  const next = useNext(request)
  return (
    <>
      <p>{next}</p>
      {!request.closed_at && <p className="muted">{t(`stewardship.does.${request.kind}`)}</p>}
    </>
  )
}

/** Whether the data can be handed over, and the way to take it. */
function Pack({ request, pack }: { request: Request; pack: NonNullable<Request['pack']> }) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const download = async () => {
    setBusy(true)
    try {
      const file = await unwrap(api.GET('/api/v1/rights-requests/{request_id}/pack', { params: { path: { request_id: request.request_id } }, parseAs: 'blob' }))
      save(file as unknown as Blob, `hak-${request.kind.toLowerCase()}-${request.request_id.slice(-6)}.zip`)
    } catch (error) {
      toastProblem(error)
    }
    setBusy(false)
  }
  if (pack.status === 'PENDING') return <p role="status">{t('stewardship.standing.packPending')}</p>
  if (pack.status === 'EXPIRED' || !pack.expires_at) return <p>{t('stewardship.standing.packExpired')}</p>
  return (
    <>
      <p>{t('stewardship.standing.packReady', { at: dateTime(pack.expires_at), size: fileSize(pack.size) })}</p>
      {pack.can_open && (
        <Button mt={8} loading={busy} onClick={() => void download()}>
          {t('stewardship.standing.download')}
        </Button>
      )}
    </>
  )
}

function Asked({ request }: { request: Request }) {
  const { t } = useTranslation()
  const { customer, verification_method: method } = request
  const facts: [string, ReactNode][] = [
    [
      t('stewardship.fields.customer'),
      customer.reached ? (
        <Link to="/customers/$customerId" params={{ customerId: customer.id }} preload={false}>
          {customer.name}
        </Link>
      ) : (
        customer.name
      ),
    ],
    [t('stewardship.fields.branch'), request.branch.name],
    [t('stewardship.fields.receivedAt'), dateTime(request.received_at)],
    [t('stewardship.fields.receivedBy'), request.received_by_name],
    [t('stewardship.fields.due'), dateTime(request.due_at)],
    [t('stewardship.fields.verification'), method ? t(`stewardship.methods.${method as 'IN_PERSON'}`) : t('stewardship.notVerified')],
    [t('stewardship.fields.owner'), request.owner?.full_name ?? t('stewardship.nobody')],
  ]
  return <Facts facts={facts} labelWidth={150} />
}

function Course({ request }: { request: Request }) {
  const { t } = useTranslation()
  const by = (name: string | undefined, at: string) => t('stewardship.by', { name: name ?? '–', at: dateTime(at) })
  const facts: [string, ReactNode][] = [[t('stewardship.fields.recorded'), by(request.created_by?.full_name, request.received_at)]]
  if (request.handled_at) facts.push([t('stewardship.fields.handled'), by(request.handled_by?.full_name, request.handled_at)])
  if (request.outcome) facts.push([t('stewardship.fields.outcome'), request.outcome])
  if (request.corrected_fields.length > 0) facts.push([t('stewardship.fields.corrected'), request.corrected_fields.join(', ')])
  if (request.approval_note) facts.push([t('stewardship.fields.note'), request.approval_note])
  if (request.approved_by) facts.push([t('stewardship.fields.approved'), request.approved_by.full_name])
  if (request.refusal_name) facts.push([t('stewardship.fields.refusal'), [request.refusal_name, request.refusal_reason].filter(Boolean).join(': ')])
  if (request.closed_at) facts.push([t('stewardship.fields.closed'), by(request.closed_by?.full_name, request.closed_at)])
  return <Facts facts={facts} labelWidth={150} />
}
