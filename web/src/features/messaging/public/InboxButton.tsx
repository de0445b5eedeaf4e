import '../texts/id/unread'

import { Tooltip } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { Keys } from '~/ui/Keys'
import { useInbox } from './useInbox'
import classes from './InboxButton.module.css'

const MOST = 99

/** The way to the inbox, with how much is unread. */
export function InboxButton() {
  const { t } = useTranslation()
  const unread = useInbox()
  if (!unread) return null
  const words = unread.count > MOST || unread.capped ? `${MOST}+` : String(unread.count)
  const label = unread.count > 0 ? t('unread.count', { count: unread.count, words }) : t('unread.none')
  return (
    <Tooltip
      label={
        <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center' }}>
          {label} <Keys keys="g i" />
        </span>
      }
    >
      <Link to="/inbox" className={classes.button} activeProps={{ 'data-active': true }} aria-label={label}>
        <IconInbox size={18} stroke={1.75} aria-hidden />
        {unread.count > 0 && (
          <span className={`${classes.badge} num`} aria-hidden>
            {words}
          </span>
        )}
        <span className="visually-hidden" aria-live="polite">
          {unread.count > 0 ? label : ''}
        </span>
      </Link>
    </Tooltip>
  )
}
