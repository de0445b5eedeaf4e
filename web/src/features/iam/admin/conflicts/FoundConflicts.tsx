import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import type { FoundConflict } from './model'
import classes from './Conflicts.module.css'

interface Props {
  found: readonly FoundConflict[]
  name: (role: string) => string
}

/** Says which of the picked roles one person must not hold, why, and what to do; nothing where they go together. */
export function FoundConflicts({ found, name }: Props) {
  const { t } = useTranslation()
  if (found.length === 0) return null
  return (
    <div role="alert">
      <ul className={classes.found}>
        {found.map(({ pair, roles: [first, second] }) => (
          <li key={`${pair.id}${first}${second}`}>
            <strong>{t('conflicts.found', { first: name(first), second: name(second) })}</strong> {pair.reason}
          </li>
        ))}
      </ul>
      <p style={{ marginTop: 6 }}>
        {t('conflicts.foundText')} <Link to="/administration/role-conflicts">{t('conflicts.title')}</Link>
      </p>
    </div>
  )
}
