import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { Page } from '~/ui/Page'
import { adminPages } from './pages'
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
  const tabs = useRef<HTMLElement>(null)
  // On a phone the tabs are wider than the screen; the one that is open must be seen.
  useEffect(() => {
    const open = tabs.current?.querySelector<HTMLElement>('[data-active]')
    if (tabs.current && open) tabs.current.scrollLeft = open.offsetLeft - (tabs.current.clientWidth - open.offsetWidth) / 2
  }, [title])
  return (
    <>
      {pages.length > 1 && (
        <nav ref={tabs} className={classes.tabs} aria-label={t('admin.pages.all')}>
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
