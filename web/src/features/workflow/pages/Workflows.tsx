import '../texts/id/workflow'

import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { IconSitemap } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { WaitingChanges } from '~/features/iam/public/WaitingChanges'
import { count } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { useRowKeys } from '~/lib/rows'
import { Chip } from '~/ui/Chip'
import { EndlessTable } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { State } from '~/ui/states'
import { Ago } from '~/ui/Time'
import { wordOf } from '../model/definition'
import { workflowsOptions } from '../query'
import type { WorkflowRow } from '../server'
import classes from './Workflows.module.css'
import table from '~/ui/Table.module.css'

const COLUMNS = ['name', 'subject', 'version', 'status', 'running'] as const
const WIDTHS = { subject: 190, version: 200, status: 170, running: 96 }

/** Every workflow: which version is in force, whether its draft differs, how much work runs on it. */
export function Workflows() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const list = useInfiniteQuery(workflowsOptions())
  const { ref } = useRowKeys<HTMLTableSectionElement>({ onOpen: (key) => void navigate({ to: '/workflows/$workflowKey', params: { workflowKey: key } }) })
  const rows = flatten(list.data)
  return (
    <Page title={t('workflow.title')} text={t('workflow.text')}>
      <WaitingChanges kinds={['workflows_publish']} />
      <EndlessTable
        list={list}
        empty={
          rows.length === 0 && (
            <State icon={<IconSitemap />} title={t('workflow.empty')}>
              <p>{t('workflow.emptyText')}</p>
            </State>
          )
        }
        columns={COLUMNS}
        head={(column) => t(`workflow.${column}`)}
        widths={WIDTHS}
        className={classes.columns}
        body={ref}
      >
        {rows.map((row) => (
          <Row key={row.key} row={row} />
        ))}
      </EndlessTable>
    </Page>
  )
}

function Row({ row }: { row: WorkflowRow }) {
  const { t, i18n } = useTranslation()
  return (
    <tr className={table.row}>
      <td>
        <Link to="/workflows/$workflowKey" params={{ workflowKey: row.key }} className={`${table.name} ${table.link}`} data-row={row.key}>
          {wordOf(row.title, i18n.language)}
        </Link>
        <span className={table.key}>{row.key}</span>
      </td>
      <td className={classes.subject}>{row.subject_name}</td>
      <td className={classes.version}>
        {row.published ? (
          <>
            {t('workflow.versionNumber', { number: row.published.number })} <span className="muted">· <Ago at={row.published.at} /></span>
          </>
        ) : (
          <span className="muted">{t('workflow.neverPublished')}</span>
        )}
      </td>
      <td className={classes.status}>{row.draft_changed ? <Chip tone="info">{t('workflow.draftChanged')}</Chip> : <span className="muted">{t('workflow.draftSame')}</span>}</td>
      <td className={`${classes.running} num`}>{count(row.running)}</td>
    </tr>
  )
}
