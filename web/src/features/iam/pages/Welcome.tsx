import { Link } from '@tanstack/react-router'
import { IconChevronRight, IconLock, IconUserCircle } from '@tabler/icons-react'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'

import { piecesFor, placesOf, useWords } from '~/lib/feature'
import { Page } from '~/ui/Page'
import { State } from '~/ui/states'
import { useMe } from '../public/me'
import classes from './Welcome.module.css'

export function Welcome() {
  const { t } = useTranslation()
  const words = useWords()
  const me = useMe()
  // The pages that exist for this role by now.
  const pages = placesOf(me).filter((each) => each.group !== null && !each.above && each.to !== '/welcome')
  const keys = me.roles.map((role) => role.key)
  if (keys.length === 0) {
    return (
      <Page title={t('shell.welcome')} heading={t('iam.welcome', { name: me.full_name })} width="reading">
        <State icon={<IconLock />} title={t('iam.welcomeNoRole')}>
          <p>{t('iam.welcomeNoRoleText', { username: me.username })}</p>
        </State>
      </Page>
    )
  }
  return (
    <Page
      title={t('shell.welcome')}
      heading={t('iam.welcome', { name: me.full_name })}
      text={me.roles.map((role) => role.name).join(', ')}
    >
      {piecesFor('home', me).map((Piece, at) => (
        <Suspense key={at}>
          <Piece />
        </Suspense>
      ))}
      <ul className={classes.list}>
        {pages.map((page) => (
          <li key={page.to}>
            <Link to={page.to} className={classes.line}>
              <page.icon size={18} stroke={1.75} aria-hidden />
              <span className={classes.words}>
                <strong>{words(page.label)}</strong>
              </span>
              <IconChevronRight size={16} aria-hidden />
            </Link>
          </li>
        ))}
        <li>
          <Link to="/profile" className={classes.line}>
            <IconUserCircle size={18} stroke={1.75} aria-hidden />
            <span className={classes.words}>
              <strong>{t('iam.welcomeNow')}</strong>
              <span className="muted">{t('iam.profileText')}</span>
            </span>
            <IconChevronRight size={16} aria-hidden />
          </Link>
        </li>
      </ul>
    </Page>
  )
}
