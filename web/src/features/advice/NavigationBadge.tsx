import './texts/id/nextActions'

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { count } from '~/lib/format'
import { adviceCountQuery } from './query'
import classes from './advice.module.css'

/** How much advice of high priority waits. */
export default function NavigationBadge() {
  const { t } = useTranslation()
  const found = useQuery(adviceCountQuery)
  const waiting = found.data?.high ?? 0
  if (waiting === 0) return null
  return (
    <span className={`${classes.badge} num`}>
      {count(waiting)}
      <span className="visually-hidden"> {t('nextActions.high', { count: waiting })}</span>
    </span>
  )
}
