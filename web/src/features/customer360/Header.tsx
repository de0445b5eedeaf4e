import { Button, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconBuilding, IconDownload, IconEye, IconHistory, IconMessageReport, IconPencil, IconTimeline, IconUserEdit } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { Customer360 } from '~/api/models'
import { ConsentBadge } from '~/features/consent/public/ConsentBadge'
import { LogActivity } from '~/features/tasks/public/LogActivity'
import { useCodes } from '~/features/customers/public/codes'
import { RfmChip, StatusChip, VipChip } from '~/features/customers/public/badges'
import { useLabel } from '~/lib/labels'
import { Avatar } from '~/ui/Avatar'
import { ButtonLink } from '~/ui/ButtonLink'
import { Chip } from '~/ui/Chip'
import classes from './Header.module.css'

interface Props {
  data: Customer360
  /** Who has seen the customer may be asked. */
  trail: boolean
  /** A complaint of theirs may be recorded. */
  complains: boolean
  onEdit: () => void
  onRequestChange: () => void
  onExport: () => void
}

export function Header({ data, trail, complains, onEdit, onRequestChange, onExport }: Props) {
  const { t } = useTranslation()
  const { can } = data
  return (
    <header className={classes.header}>
      <Avatar initials={data.customer.initials} size={40} square />
      <div className={classes.words}>
        <h1 className={classes.name}>{data.customer.full_name}</h1>
        <HeaderChips data={data} />
      </div>
      <div className={classes.actions}>
        {trail && (
          <ButtonLink to="/audit/customers/$customerId" params={{ customerId: data.customer.customer_id }} preload={false} variant="default" leftSection={<IconEye size={15} aria-hidden />}>
            {t('record.seenBy')}
          </ButtonLink>
        )}
        {trail && (
          <ButtonLink to="/access-report" search={{ customer: data.customer.customer_id }} preload={false} variant="default" leftSection={<IconHistory size={15} aria-hidden />}>
            {t('record.couldSee')}
          </ButtonLink>
        )}
        {can.export && (
          <Button variant="default" leftSection={<IconDownload size={15} />} onClick={onExport}>
            {t('record.exportProfile.open')}
          </Button>
        )}
        <LogActivity customerId={data.customer.customer_id} name={data.customer.full_name} />
        {complains && (
          <Tooltip label={`${t('record.recordCase')} (C)`}>
            <span>
              <ButtonLink to="/cases/new" search={{ customer: data.customer.customer_id }} leftSection={<IconMessageReport size={15} aria-hidden />}>
                {t('record.recordCase')}
              </ButtonLink>
            </span>
          </Tooltip>
        )}
        {can.request_change && (
          <Tooltip label={`${t('customers.requestChange')} (U)`}>
            <Button variant={can.edit || complains ? 'default' : 'filled'} leftSection={<IconUserEdit size={15} />} onClick={onRequestChange}>
              {t('customers.requestChange')}
            </Button>
          </Tooltip>
        )}
        {can.edit && (
          <Tooltip label={`${t('customers.edit')} (E)`}>
            <Button leftSection={<IconPencil size={15} />} onClick={onEdit}>
              {t('customers.edit')}
            </Button>
          </Tooltip>
        )}
      </div>
    </header>
  )
}

export function HeaderChips({ data }: { data: Customer360 }) {
  const { t } = useTranslation()
  const label = useLabel()
  const segment = useCodes('SEGMENT').name
  const { customer } = data
  const urgent = data.alerts.filter((alert) => alert.severity === 'critical' && !alert.acknowledged).length
  return (
    <div className={classes.chips}>
      {urgent > 0 && (
        <Chip tone="critical" icon={<IconAlertTriangle />}>
          {t('advice.severity.critical')}
          {urgent > 1 ? ` ${urgent}` : ''}
        </Chip>
      )}
      {customer.is_vip && <VipChip />}
      <StatusChip status={customer.status} always />
      {data.rfm && <RfmChip segment={data.rfm.segment} />}
      <ConsentBadge consent={data.consent} />
      {data.lifecycle && (
        <Chip icon={<IconTimeline />} title={data.lifecycle.reason}>
          {data.lifecycle.label}
        </Chip>
      )}
      {customer.segment_code && <Chip>{segment(customer.segment_code)}</Chip>}
      {customer.branch && (
        <Chip icon={<IconBuilding />} outline>
          {customer.branch.name}
        </Chip>
      )}
      <span className={classes.kind}>
        {customer.kind === 'ORGANISATION' ? t('record.organisation') : [customer.gender && label('customers.genders', customer.gender), customer.age !== null && t('customers.age', { age: customer.age })].filter(Boolean).join(', ')}
      </span>
    </div>
  )
}
