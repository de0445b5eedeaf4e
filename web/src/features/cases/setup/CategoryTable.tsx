import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconAlertTriangle, IconCategory, IconEyeCheck, IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { useRowKeys } from '~/lib/rows'
import { Chip } from '~/ui/Chip'
import { Problem, State } from '~/ui/states'
import { BoneRows } from '~/ui/TableBones'
import { categoriesQuery, type Category } from './query'
import classes from './setup.module.css'
import table from '~/ui/Table.module.css'
import frame from '~/ui/List.module.css'

interface Props {
  all: boolean
  onAll: (all: boolean) => void
  onChange: ((category: Category) => void) | undefined
}

const COLUMNS = ['name', 'unit', 'marks', 'covered', 'act'] as const

/** The categories in their order, each followed by its sub-categories. */
export function CategoryTable({ all, onAll, onChange }: Props) {
  const { t } = useTranslation()
  const list = useQuery(categoriesQuery)
  const items = list.data?.items ?? []
  const shown = items.filter((each) => all || each.is_active)
  const { ref } = useRowKeys<HTMLTableSectionElement>({
    onOpen: (code) => {
      const found = items.find((each) => each.code === code)
      if (found) onChange?.(found)
    },
  })
  if (list.isError && !list.data) return <Problem error={list.error} onRetry={() => void list.refetch()} />
  return (
    <>
      <div className={frame.tools}>
        <button type="button" className={frame.toggle} aria-pressed={all} onClick={() => onAll(!all)}>
          {t('levels.alsoUnused')}
        </button>
      </div>
      {list.isSuccess && shown.length === 0 ? (
        <State icon={<IconCategory />} title={t('levels.categoriesEmpty')}>
          <p>{t('levels.categoriesEmptyText')}</p>
        </State>
      ) : (
        <table className={table.table} aria-busy={list.isPending || undefined}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (column === 'act' ? <td key={column} /> : <th key={column} scope="col" style={{ width: column === 'name' ? '32%' : undefined }}>{t(`levels.categoryColumns.${column}`)}</th>))}
            </tr>
          </thead>
          <tbody ref={ref}>
            {list.isPending && <BoneRows columns={COLUMNS} rows={7} />}
            {shown.map((each) => (
              <tr key={each.code} data-row={each.code} tabIndex={-1}>
                <td className={`${table.wide} ${each.parent ? classes.child : ''}`}>
                  <span className={table.name}>{each.name}</span>
                  <span className={table.key}>{each.code}</span>
                </td>
                <td>{each.unit?.name ?? <span className="muted">{t('levels.noUnit')}</span>}</td>
                <td>
                  <span className={classes.chips}>
                    {each.is_sensitive && (
                      <Chip tone="warning" icon={<IconLock />}>
                        {t('levels.sensitive')}
                      </Chip>
                    )}
                    {each.needs_review && (
                      <Chip tone="info" icon={<IconEyeCheck />}>
                        {t('levels.review')}
                      </Chip>
                    )}
                    {!each.is_active && <Chip>{t('levels.unused')}</Chip>}
                  </span>
                </td>
                <td>
                  {each.covered ? (
                    <Chip tone="success">{t('levels.covered')}</Chip>
                  ) : (
                    <Chip tone={each.is_active ? 'warning' : 'neutral'} icon={each.is_active ? <IconAlertTriangle /> : undefined} title={t('levels.uncoveredText')}>
                      {t('levels.uncovered')}
                    </Chip>
                  )}
                </td>
                <td>
                  {onChange && each.can.update && (
                    <span className={table.acts}>
                      <Button variant="default" aria-label={`${t('levels.change')}: ${each.name}`} onClick={() => onChange(each)}>
                        {t('levels.change')}
                      </Button>
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
