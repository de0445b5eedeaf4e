import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { count } from '~/lib/format'
import { useTitle } from '~/ui/Page'
import { Chip } from '~/ui/Chip'
import { wordOf } from './model/definition'
import type { Workflow } from './server'
import classes from './WorkflowHead.module.css'

interface Props {
  workflow: Workflow
  /** Chips beside the name: what is true of the draft now. */
  status?: ReactNode
  actions?: ReactNode
}

const TABS = [
  ['/workflows/$workflowKey', 'tabDesign'],
  ['/workflows/$workflowKey/versions', 'tabVersions'],
  ['/workflows/$workflowKey/items', 'tabItems'],
  ['/workflows/$workflowKey/migrate', 'tabMigrate'],
] as const

/** The bar that all pages of one workflow share: its name, the version in force, and the ways between them. */
export function WorkflowHead({ workflow, status, actions }: Props) {
  const { t, i18n } = useTranslation()
  const title = wordOf(workflow.title, i18n.language)
  useTitle(title)
  const tabs = TABS.filter(([, label]) => label !== 'tabMigrate' || workflow.can.edit)
  return (
    <header className={classes.head} role="presentation">
      <div className={classes.name}>
        <Link to="/workflows" className={classes.back} aria-label={t('workflow.toList')}>
          <IconArrowLeft size={17} aria-hidden />
        </Link>
        <h1 className={classes.title}>{title}</h1>
        {workflow.published ? <Chip outline>{t('workflow.versionNumber', { number: workflow.published.number })}</Chip> : <Chip tone="warning">{t('workflow.neverPublished')}</Chip>}
        {status}
      </div>
      <nav className={classes.tabs} aria-label={title}>
        {tabs.map(([to, label]) => (
          <Link key={to} to={to} params={{ workflowKey: workflow.key }} className={classes.tab} activeOptions={{ exact: true, includeSearch: false }} activeProps={{ 'data-active': true }}>
            {t(`workflow.${label}`)}
            {label === 'tabItems' && workflow.counts.running > 0 && <span className="num">{count(workflow.counts.running)}</span>}
          </Link>
        ))}
      </nav>
      {actions && <div className={classes.actions}>{actions}</div>}
    </header>
  )
}
