import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { Page } from '~/ui/Page'
import { adminPages } from '../public/administration'
import classes from './Admin.module.css'

interface Props {
  title: string
  text?: string
  actions?: ReactNode
  children: ReactNode
}

/** One page of the administration under the ways to the others. */
export function AdminPage({ title, text, actions, children }: Props) {
  const { t } = useTranslation()
  const pages = adminPages(useMe())
  return (
    <>
      {pages.length > 1 && (
        <nav className={classes.tabs} aria-label={t('shell.administration')}>
          {pages.map((page) => (
            <Link key={page.to} to={page.to} className={classes.tab} activeProps={{ 'data-active': true }} activeOptions={{ includeSearch: false }}>
              {t(page.label)}
            </Link>
          ))}
        </nav>
      )}
      <Page title={title} text={text} actions={actions} width="full">
        {children}
      </Page>
    </>
  )
}
