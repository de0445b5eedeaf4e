import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { count } from '~/lib/format'
import { Bone } from '~/ui/Bone'
import { Chip } from '~/ui/Chip'
import { State } from '~/ui/states'
import { Table } from '~/ui/Table'
import { Ago } from '~/ui/Time'
import type { Summary } from './query'
import classes from './Operations.module.css'
import table from '~/ui/Table.module.css'

/** The sealer works every half minute: rows that wait for much longer say that it does not. */
const SEALING_LATE_SECONDS = 120
const SHIPPING_LATE_SECONDS = 300
const COLUMNS = ['process', 'where', 'version', 'since', 'seen', 'alive'] as const

/** Which processes of the product are there, and how far the sealing of the audit trail is behind. */
export function Processes({ summary }: { summary: Summary | undefined }) {
  const { t } = useTranslation()
  if (!summary) return <Bone width="60%" />
  const { processes, sealing, shipping } = summary
  const late = sealing.lag_seconds > SEALING_LATE_SECONDS
  return (
    <>
      <p className={classes.sealing} data-tone={late ? 'warning' : undefined} role="status">
        {late ? <IconAlertTriangle size={16} aria-hidden /> : <IconCircleCheck size={16} aria-hidden />}
        <span className="num">
          {sealing.unsealed.count === 0
            ? t('operations.sealed')
            : t('operations.unsealed', { rows: `${count(sealing.unsealed.count)}${sealing.unsealed.capped ? '+' : ''}`, seconds: count(sealing.lag_seconds) })}
        </span>
        {sealing.sealed_at && (
          <span className="muted">
            {t('operations.lastSeal', { number: count(sealing.seal ?? 0) })} <Ago at={sealing.sealed_at} />
          </span>
        )}
      </p>
      {shipping.map((each) => (
        <Shipping key={each.kind} of={each} />
      ))}
      {processes.length === 0 ? (
        <State icon={<IconAlertTriangle />} title={t('operations.noProcesses')}>
          <p>{t('operations.noProcessesText')}</p>
        </State>
      ) : (
        <Table columns={COLUMNS} head={(column) => t(`operations.columns.${column}`)} pending={false}>
          {processes.map((process) => (
            <tr key={process.id}>
              <td>
                <span className={table.name}>{t(`operations.processKinds.${process.kind}`)}</span>
              </td>
              <td>
                <span className={table.key}>
                  {process.host}:{process.pid}
                </span>
              </td>
              <td className="num">{process.version}</td>
              <td>
                <Ago at={process.started_at} />
              </td>
              <td>
                <Ago at={process.seen_at} />
              </td>
              <td>
                <Chip tone={process.alive ? 'success' : 'critical'}>{t(process.alive ? 'operations.alive' : 'operations.silent')}</Chip>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </>
  )
}

/** How far the trail has reached one target of the organisation's own: the collector of logs, or the locked object store. */
function Shipping({ of }: { of: Summary['shipping'][number] }) {
  const { t } = useTranslation()
  const late = of.failure !== null || of.lag_seconds > SHIPPING_LATE_SECONDS
  return (
    <p className={classes.sealing} data-tone={late ? 'warning' : undefined} role="status">
      {late ? <IconAlertTriangle size={16} aria-hidden /> : <IconCircleCheck size={16} aria-hidden />}
      <span className="num">
        {of.waiting.count === 0
          ? t(`operations.shipped.${of.kind}`, { target: of.target })
          : t(`operations.unshipped.${of.kind}`, { target: of.target, rows: `${count(of.waiting.count)}${of.waiting.capped ? '+' : ''}`, seconds: count(of.lag_seconds) })}
      </span>
      {of.failure && of.failed_at && (
        <span className="muted">
          {t(`operations.shippingFailures.${of.failure}`)}, <Ago at={of.failed_at} />
        </span>
      )}
    </p>
  )
}
