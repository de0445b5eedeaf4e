import { Link } from '@tanstack/react-router'
import { IconKey } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { time } from '~/lib/format'
import { Chip } from '~/ui/Chip'
import type { Viewer } from './query'
import classes from './Viewers.module.css'

interface Props {
  viewer: Viewer
  customerId: string
  day: string
}

/** What somebody did with the customer that day, with the way to the records of it. */
export function DeedsCell({ viewer, customerId, day }: Props) {
  const { t } = useTranslation()
  const deeds = viewer.deeds
  if (!deeds) return <span className="muted">{t('viewers.didNothing')}</span>
  const first = time(deeds.first_at)
  const last = time(deeds.last_at)
  const told = [
    deeds.opened > 0 && t('viewers.opened', { count: deeds.opened }),
    deeds.revealed > 0 && t('viewers.revealed', { count: deeds.revealed }),
    deeds.taken_out > 0 && t('viewers.takenOut', { count: deeds.taken_out }),
  ].filter(Boolean)
  return (
    <div className={classes.deeds}>
      <Link
        to="/audit/customers/$customerId"
        params={{ customerId }}
        search={{ actor: viewer.person.id, from: day, to: day }}
        preload={false}
        className={classes.link}
        aria-label={t('viewers.records', { name: viewer.person.full_name })}
      >
        {told.join(' · ')}
      </Link>
      <span className="muted num">{first === last ? first : `${first}–${last}`}</span>
      {deeds.elevated > 0 && (
        <Chip tone="warning" icon={<IconKey />}>
          {t('viewers.elevated')}
        </Chip>
      )}
    </div>
  )
}
