import '../texts/id/workflow'

import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { IconProgress } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { count } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { useRowKeys } from '~/lib/rows'
import { Bone } from '~/ui/Bone'
import { Chip } from '~/ui/Chip'
import { FilterMenu } from '~/ui/FilterMenu'
import { EndlessTable } from '~/ui/Listing'
import { Pills } from '~/ui/Pills'
import { Problem, State } from '~/ui/states'
import { Ago } from '~/ui/Time'
import { wordOf } from '../model/definition'
import { restingStates } from '../model/mapping'
import { sound } from '../model/sound'
import { type ItemFilters, itemsOptions, workflowQuery } from '../query'
import type { Item, Workflow } from '../server'
import { WorkflowHead } from '../WorkflowHead'
import classes from '../items/Items.module.css'
import table from '~/ui/Table.module.css'

interface Props {
  workflowKey: string
  filters: ItemFilters
  onFilters: (filters: ItemFilters) => void
}

const COLUMNS = ['subject', 'state', 'version', 'branch', 'since'] as const
const WIDTHS = { state: 220, version: 96, branch: 96, since: 180 }

/** The work that follows this workflow now, by state and by version. */
export function WorkflowItems({ workflowKey, ...props }: Props) {
  const query = useQuery(workflowQuery(workflowKey))
  if (query.data) return <Items workflow={query.data} {...props} />
  if (query.isError) return <Problem page error={query.error} onRetry={() => void query.refetch()} />
  return <Bone height={48} />
}

function Items({ workflow, filters, onFilters }: Omit<Props, 'workflowKey'> & { workflow: Workflow }) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const list = useInfiniteQuery(itemsOptions(workflow.key, filters))
  const { ref } = useRowKeys<HTMLTableSectionElement>({ onOpen: (itemId) => void navigate({ to: '/workflow-items/$itemId', params: { itemId } }) })
  const rows = flatten(list.data)
  const content = sound(workflow.published?.content ?? workflow.draft.content)
  const known = restingStates(content).map((state) => ({ value: state.key, label: wordOf(state.title, i18n.language) || state.key }))
  // Older versions may have states that the one in force no longer knows.
  const others = [...new Set(workflow.counts.versions.flatMap((version) => Object.keys(version.states)))].filter((key) => !known.some((state) => state.value === key))
  const filtered = Boolean(filters.state ?? filters.version)
  return (
    <>
      <WorkflowHead workflow={workflow} />
      <div className={classes.page}>
        <Pills>
          <FilterMenu label={t('workflow.state')} value={filters.state} options={[...known, ...others.map((key) => ({ value: key, label: key }))]} onChange={(state) => onFilters({ ...filters, state })} />
          <FilterMenu
            label={t('workflow.version')}
            value={filters.version}
            options={workflow.counts.versions.map((each) => ({ value: String(each.number), label: t('workflow.versionNumber', { number: each.number }), detail: count(each.running) }))}
            onChange={(version) => onFilters({ ...filters, version })}
          />
          <span className={`${classes.count} num`}>{t('workflow.runningOn', { count: workflow.counts.running, shown: count(workflow.counts.running) })}</span>
        </Pills>
        <EndlessTable
          list={list}
          empty={
            rows.length === 0 && (
              <State
                icon={<IconProgress />}
                title={t('workflow.itemsEmpty')}
                action={
                  filtered && (
                    <Button variant="default" onClick={() => onFilters({})}>
                      {t('common.clear')}
                    </Button>
                  )
                }
              >
                <p>{filtered ? t('workflow.itemsEmptyFiltered') : t('workflow.itemsEmptyText')}</p>
              </State>
            )
          }
          columns={COLUMNS}
          head={(column) => t(`workflow.itemColumns.${column}`)}
          widths={WIDTHS}
          bones={6}
          body={ref}
        >
          {rows.map((item) => (
            <Row key={item.id} item={item} inForce={workflow.published?.number} />
          ))}
        </EndlessTable>
      </div>
    </>
  )
}

function Row({ item, inForce }: { item: Item; inForce: number | undefined }) {
  const { t } = useTranslation()
  return (
    <tr className={table.row}>
      <td>
        <Link to="/workflow-items/$itemId" params={{ itemId: item.id }} className={`${table.name} ${table.link}`} data-row={item.id}>
          {item.subject_label ?? t('workflow.subjectUnnamed')}
        </Link>
      </td>
      <td>
        <Chip tone={item.ended ? 'neutral' : 'accent'}>{item.state_title}</Chip>
      </td>
      <td className="num">{item.definition_version === inForce ? item.definition_version : <Chip tone="warning">{item.definition_version}</Chip>}</td>
      <td className="num">{item.branch_code ?? '–'}</td>
      <td>
        <Ago at={item.entered_at} />
      </td>
    </tr>
  )
}
