import { IconCalendarDue, IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { date, money, moneyShort } from '~/lib/format'
import { AgingChip, Owner } from '../chips'
import type { Opportunity } from '../model'
import board from '../board/kanban.module.css'

/** An opportunity on the board: what for, worth how much at what chance, until when, and for how long it has stood. */
export function OpportunityCard({ one, owner }: { one: Opportunity; owner: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <p className={board.about}>
        {one.product && one.product.name !== one.product_interest
          ? `${one.product_interest} · ${one.product.name}`
          : one.product_interest}
      </p>
      <p className={board.line}>
        <span className={`${board.value} num`}>{money(one.estimated_value)}</span>
        <span
          className="muted num"
          title={t('opportunities.weightedText', {
            percent: one.probability,
            value: money(one.weighted_value),
          })}
        >
          {one.probability} % · {moneyShort(one.weighted_value)}
        </span>
      </p>
      {owner && (
        <p className={board.line}>
          <Owner of={one.assigned_to} />
        </p>
      )}
      <div className={board.chips}>
        <AgingChip of={one} />
      </div>
      <p className={board.task} data-late={one.overdue || undefined}>
        {one.overdue ? (
          <IconAlertTriangle size={13} aria-hidden />
        ) : (
          <IconCalendarDue size={13} aria-hidden />
        )}
        <span>{t(one.overdue ? 'sales.closeOverdue' : 'opportunities.fields.close')}</span>
        <span className="num nowrap">{date(one.expected_close_on)}</span>
      </p>
      {one.lost_reason && <p className={board.task}>{one.lost_reason.name}</p>}
      {one.won_product && <p className={board.task}>{one.won_product.name}</p>}
    </>
  )
}
