import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

import type { AuditElevation, AuditRow, AuditSeal } from '~/api/models'
import { useMe } from '~/features/iam/public/me'
import { device } from '~/lib/device'
import { count, date, timeSeconds } from '~/lib/format'
import { may } from '~/lib/permissions'
import { Bone } from '~/ui/Bone'
import { CopyId, isId } from '~/ui/CopyId'
import { Facts } from '~/ui/Facts'
import { Section } from '~/ui/Section'
import { SidePanel } from '~/ui/SidePanel'
import { Problem } from '~/ui/states'
import { AuditMeta } from './AuditMeta'
import { OutcomeChip } from './AuditTableRow'
import { type AuditFilters, auditRecordQuery } from './query'
import classes from './AuditPanel.module.css'

// Most records are read without asking for more.
const AskAccess = lazy(() => import('~/features/access/public/AskAccess').then((file) => ({ default: file.AskAccess })))

interface Props {
  auditId: string
  onClose: () => void
  onRecord: (auditId: string) => void
  onFilters: (filters: AuditFilters) => void
}

/** One record in full and what else the same request left behind. */
export function AuditPanel({ auditId, onClose, onRecord, onFilters }: Props) {
  const { t } = useTranslation()
  const query = useQuery(auditRecordQuery(auditId))
  const row = query.data?.record
  const others = query.data?.same_request.filter((each) => each.audit_id !== auditId) ?? []
  return (
    <SidePanel label={t('oversight.record')} title={row?.action_label ?? <Bone width={140} height={14} />} onClose={onClose}>
      <div className={classes.body}>
        {query.isPending && [320, 260, 300, 280, 240].map((width) => <Bone key={width} width={width} />)}
        {query.isError && <Problem error={query.error} onRetry={() => void query.refetch()} />}
        {row && (
          <>
            <Section title={t('oversight.record')} aside={<OutcomeChip outcome={row.outcome} word={row.outcome_label} />}>
              <Full row={row} />
              <Narrow row={row} onFilters={onFilters} />
            </Section>
            <Section title={t('oversight.meta')}>
              <AuditMeta meta={row.meta} />
            </Section>
            {query.data?.elevation && (
              <Section title={t('oversight.elevation')}>
                <Elevation elevation={query.data.elevation} />
              </Section>
            )}
            <Section title={t('oversight.seal')}>
              <Seal seal={query.data?.seal ?? null} />
            </Section>
            <Section title={t('oversight.sameRequest')}>
              <Others rows={others} none={t('oversight.sameRequestNone')} onRecord={onRecord} />
            </Section>
            <Section title={t('oversight.sameTransaction')}>
              <Others rows={query.data?.same_transaction ?? []} none={t('oversight.sameTransactionNone')} onRecord={onRecord} />
            </Section>
          </>
        )}
      </div>
    </SidePanel>
  )
}

function Others({ rows, none, onRecord }: { rows: readonly AuditRow[]; none: string; onRecord: (auditId: string) => void }) {
  if (rows.length === 0) return <p className="muted">{none}</p>
  return (
    <ul>
      {rows.map((each) => (
        <li key={each.audit_id}>
          <button type="button" className={classes.other} onClick={() => onRecord(each.audit_id)}>
            <span className="num muted">{timeSeconds(each.created_at)}</span>
            <span className={classes.grow}>{each.action_label}</span>
            <OutcomeChip outcome={each.outcome} word={each.outcome_label} quiet />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The break-glass grant that opened what this record tells of. */
function Elevation({ elevation }: { elevation: AuditElevation }) {
  const { t } = useTranslation()
  const moment = (at: string) => <span className="num">{`${date(at)} ${timeSeconds(at)} WIB`}</span>
  return (
    <Facts
      facts={[
        [t('oversight.actor'), elevation.user?.full_name ?? '–'],
        [t('oversight.tier'), <span className="num">{count(elevation.tier)}</span>],
        [t('oversight.startsAt'), moment(elevation.starts_at)],
        [t('oversight.endsAt'), moment(elevation.revoked_at ?? elevation.ends_at)],
        [t('oversight.recordId'), <CopyId value={elevation.id} />],
      ]}
    />
  )
}

function Full({ row }: { row: AuditRow }) {
  const { t } = useTranslation()
  const me = useMe()
  const known = row.user_agent ? device(row.user_agent) : null
  const code = (text: string | null) => (!text ? '–' : isId(text) ? <CopyId value={text} /> : <code className={classes.code}>{text}</code>)
  const customer =
    row.customer_id && may(me, 'customer', 'R') ? (
      <Link to="/customers/$customerId" params={{ customerId: row.customer_id }} preload={false} className={classes.link}>
        {row.customer_label ?? t('oversight.customer')}
      </Link>
    ) : (
      row.customer_label
    )
  return (
    <Facts
      facts={[
        [t('oversight.time'), <span className="num">{`${date(row.created_at)} ${timeSeconds(row.created_at)} WIB`}</span>],
        [
          t('oversight.actor'),
          <>
            {row.actor?.full_name ?? '–'} <span className="mono muted">{row.actor?.username}</span>
          </>,
        ],
        [t('oversight.role'), row.actor_role ?? '–'],
        [
          t('oversight.action'),
          <>
            {row.action_label} {code(row.action)}
          </>,
        ],
        ...(row.customer_id ? [[t('oversight.customer'), customer] as [string, ReactNode]] : []),
        [
          t('oversight.object'),
          <>
            {row.object_type_label || '–'} {row.object_id && code(row.object_id)}
          </>,
        ],
        [t('oversight.branch'), row.branch_code ?? '–'],
        [t('oversight.address'), code(row.ip_address)],
        [t('oversight.device'), <span title={row.user_agent ?? undefined}>{known ? t('iam.onDevice', known) : (row.user_agent ?? '–')}</span>],
        [t('oversight.request'), code(row.request_id)],
        [t('oversight.recordId'), code(row.audit_id)],
      ]}
    />
  )
}

/** The block that vouches for the record; a record of the last half minute has none yet. */
function Seal({ seal }: { seal: AuditSeal | null }) {
  const { t } = useTranslation()
  if (!seal) return <p className="muted">{t('oversight.unsealed')}</p>
  return (
    <>
      <p className={classes.sealed}>
        <IconLock size={14} aria-hidden />
        {t('oversight.sealedText')}
      </p>
      <Facts
        facts={[
          [t('oversight.sealNumber'), <span className="num">{count(seal.number)}</span>],
          [t('oversight.sealedAt'), <span className="num">{`${date(seal.sealed_at)} ${timeSeconds(seal.sealed_at)} WIB`}</span>],
          [t('oversight.sealRows'), <span className="num">{count(seal.rows)}</span>],
          [t('oversight.sealRoot'), <code className={classes.code}>{seal.root}</code>],
          [t('oversight.sealKey'), <code className={classes.code}>{seal.key_id}</code>],
        ]}
      />
    </>
  )
}

function Narrow({ row, onFilters }: { row: AuditRow; onFilters: (filters: AuditFilters) => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const actor = row.actor?.id
  const customer = row.customer_id ?? undefined
  const button = (text: string, filters: AuditFilters) => (
    <Button variant="default" size="compact-sm" onClick={() => onFilters(filters)}>
      {text}
    </Button>
  )
  return (
    <div className={classes.narrow}>
      {actor && button(t('oversight.onlyActor'), { actor })}
      {customer && button(t('oversight.onlyCustomer'), { customer_id: customer })}
      {actor && customer && button(t('oversight.onlyBoth'), { actor, customer_id: customer })}
      {row.request_id && button(t('oversight.onlyRequest'), { request_id: row.request_id })}
      {customer && may(me, 'break_glass', 'C') && (
        <Suspense>
          <AskAccess key={row.audit_id} about={{ customerId: customer, name: row.customer_label ?? t('oversight.customer'), ticket: `AUDIT-${row.audit_id}` }} />
        </Suspense>
      )}
    </div>
  )
}
