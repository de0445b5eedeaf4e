import '../texts'

import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { IconSitemap } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { count } from '~/lib/format'
import { flatten, useSentinel } from '~/lib/keyset'
import { useRowKeys } from '~/lib/rows'
import { Bone } from '~/ui/Bone'
import { Chip } from '~/ui/Chip'
import { Page } from '~/ui/Page'
import { Problem, State } from '~/ui/states'
import { Ago } from '~/ui/Time'
import { wordOf } from '../model/definition'
import { workflowsOptions } from '../query'
import type { WorkflowRow } from '../server'
import classes from './Workflows.module.css'

const COLUMNS = ['name', 'subject', 'version', 'status', 'running'] as const

/** Every workflow: which version is in force, whether its draft differs, how much work runs on it. */
export function Workflows() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const list = useInfiniteQuery(workflowsOptions())
  const { ref } = useRowKeys<HTMLTableSectionElement>({ onOpen: (key) => void navigate({ to: '/workflows/$workflowKey', params: { workflowKey: key } }) })
  const more = useSentinel(() => void list.fetchNextPage(), list.hasNextPage && !list.isFetchingNextPage && !list.isError)
  const rows = flatten(list.data)
  return (
    <Page title={t('workflow.title')} text={t('workflow.text')}>
      {list.isError && !list.data ? (
        <Problem error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isSuccess && rows.length === 0 ? (
        <State icon={<IconSitemap />} title={t('workflow.empty')}>
          <p>{t('workflow.emptyText')}</p>
        </State>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" data-column={column}>
                  {t(`workflow.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={ref} aria-busy={list.isPending || undefined}>
            {list.isPending && [0, 1, 2, 3].map((index) => <BoneRow key={index} />)}
            {rows.map((row) => (
              <Row key={row.key} row={row} />
            ))}
          </tbody>
        </table>
      )}
      <div ref={more} />
      {list.isFetchNextPageError && <Problem error={list.error} onRetry={() => void list.fetchNextPage()} />}
    </Page>
  )
}

function Row({ row }: { row: WorkflowRow }) {
  const { t, i18n } = useTranslation()
  return (
    <tr className={classes.row}>
      <td>
        <Link to="/workflows/$workflowKey" params={{ workflowKey: row.key }} className={classes.link} data-row={row.key}>
          {wordOf(row.title, i18n.language)}
        </Link>
        <span className={classes.key}>{row.key}</span>
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

function BoneRow() {
  return (
    <tr aria-hidden>
      {COLUMNS.map((column, index) => (
        <td key={column} className={column === 'running' ? classes.running : undefined}>
          <Bone width={`${50 + ((index * 17) % 35)}%`} />
        </td>
      ))}
    </tr>
  )
}
