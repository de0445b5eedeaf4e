import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { date } from '~/lib/format'
import { Bone } from '~/ui/Bone'
import { SidePanel } from '~/ui/SidePanel'
import { Problem } from '~/ui/states'
import { historyQuery } from './query'
import admin from '../Admin.module.css'
import classes from '../users/Users.module.css'

/** Who served a customer, the newest first. */
export function HistoryPanel({ customerId, name, onClose }: { customerId: string; name: string; onClose: () => void }) {
  const { t } = useTranslation()
  const history = useQuery(historyQuery(customerId))
  return (
    <SidePanel label={t('admin.history')} title={name || t('admin.history')} onClose={onClose}>
      <div className={admin.panel}>
        {history.isError && <Problem error={history.error} onRetry={() => void history.refetch()} />}
        {history.isPending && <Bone height={80} />}
        {history.data?.items.length === 0 && <p className="muted">{t('admin.historyNone')}</p>}
        <ul className={classes.list}>
          {history.data?.items.map((spell) => (
            <li key={spell.assigned_at} className={classes.item}>
              <span>
                <strong>{spell.rm?.full_name ?? t('admin.managerNone')}</strong>
                <br />
                <span className="muted">
                  {t('admin.since', { date: date(spell.assigned_at) })} {spell.ended_at && t('admin.until', { date: date(spell.ended_at) })}
                  {spell.assigned_by && ` · ${t('admin.assignedBy', { name: spell.assigned_by.full_name })}`}
                </span>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </SidePanel>
  )
}
