import { IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { destinationsOf } from './navigation'
import classes from './BottomBar.module.css'

/** The rail of the phone: the same pages, within reach of the thumb. */
export function BottomBar({ onFind }: { onFind: () => void }) {
  const { t } = useTranslation()
  const all = destinationsOf(useMe()).filter((each) => !each.above)
  return (
    <nav className={classes.bar} aria-label={t('shell.navigation')}>
      {all.map((item) => (
        <Link key={item.to} to={item.to} className={classes.item} activeProps={{ 'data-active': true }}>
          <item.icon size={21} stroke={1.75} aria-hidden />
          <span>{t(item.short)}</span>
        </Link>
      ))}
      <button type="button" className={classes.item} onClick={onFind}>
        <IconSearch size={21} stroke={1.75} aria-hidden />
        <span>{t('shell.findShort')}</span>
      </button>
    </nav>
  )
}
