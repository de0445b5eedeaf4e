import { Link } from '@tanstack/react-router'
import { IconLock } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import type { RecentHit, SearchHit } from '~/api/models'
import { initials } from '~/lib/initials'
import { useLabel } from '~/lib/labels'
import { Avatar } from '~/ui/Avatar'
import { Marked } from '~/ui/Marked'
import { MatchChip, RfmChip, StatusChip, VipChip } from './public/badges'
import { useCodes } from './public/codes'
import classes from './HitRow.module.css'

/** Two lines: who, and how to tell this one from the others. */
export const HitRow = memo(function HitRow({ hit, peeked }: { hit: Partial<SearchHit> & RecentHit; peeked: boolean }) {
  const { t } = useTranslation()
  const label = useLabel()
  const segments = useCodes('SEGMENT')
  const reason = hit.reason ? label('customers.reasons', hit.reason.code) : ''
  const facts = [hit.cif_masked, hit.phone_masked, hit.branch?.name, hit.segment_code && segments.name(hit.segment_code)].filter(Boolean)
  const content = (
    <>
      <Avatar initials={initials(hit.name)} size={32} />
      <span className={classes.words}>
        <span className={classes.first}>
          <span className={classes.name}>
            <Marked text={hit.name} marks={hit.marks} />
          </span>
          {hit.is_vip && <VipChip />}
          <StatusChip status={hit.status} />
        </span>
        <span className={classes.second}>
          {facts.map((fact, index) => (
            <span key={index} className="num">
              {fact}
            </span>
          ))}
        </span>
      </span>
      <span className={classes.side}>
        {hit.rfm_segment && <RfmChip segment={hit.rfm_segment} />}
        {hit.match && (
          <>
            <span className={classes.reason}>{reason}</span>
            <MatchChip match={hit.match} reason={reason} />
          </>
        )}
        {!hit.can.open && <IconLock size={15} aria-hidden />}
      </span>
    </>
  )
  return (
    <li className={classes.item}>
      {hit.can.open ? (
        <Link
          to="/customers/$customerId"
          params={{ customerId: hit.customer_id }}
          preload={false}
          className={classes.row}
          data-row={hit.customer_id}
          data-peeked={peeked || undefined}
          title={t('customers.open')}
        >
          {content}
        </Link>
      ) : (
        <div className={classes.row} title={t('customers.notOpenable')}>
          {content}
          <span className="visually-hidden">{t('customers.notOpenable')}</span>
        </div>
      )}
    </li>
  )
})
