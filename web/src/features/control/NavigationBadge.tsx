import './texts/id/control'

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { count } from '~/lib/format'
import { decidableQuery } from './query'
import classes from './control.module.css'

/** How many changes wait for my decision. */
export default function NavigationBadge() {
  const { t } = useTranslation()
  const waiting = useQuery(decidableQuery).data?.items.length ?? 0
  if (waiting === 0) return null
  return (
    <span className={`${classes.badge} num`}>
      {count(waiting)}
      <span className="visually-hidden"> {t('control.forMe', { count: waiting })}</span>
    </span>
  )
}
