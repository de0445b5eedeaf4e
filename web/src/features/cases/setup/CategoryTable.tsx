import { useQuery } from '@tanstack/react-query'
import { IconAlertTriangle, IconCategory, IconEyeCheck, IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { useRowKeys } from '~/lib/rows'
import { Chip } from '~/ui/Chip'
import { Listing } from '~/ui/Listing'
import { State } from '~/ui/states'
import { Table } from '~/ui/Table'
import { ChangeAct } from './ChangeAct'
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
  return (
    <>
      <div className={frame.tools}>
        <button type="button" className={frame.toggle} aria-pressed={all} onClick={() => onAll(!all)}>
          {t('levels.alsoUnused')}
        </button>
      </div>
      <Listing
        list={list}
        empty={
          shown.length === 0 && (
            <State icon={<IconCategory />} title={t('levels.categoriesEmpty')}>
              <p>{t('levels.categoriesEmptyText')}</p>
            </State>
          )
        }
      >
        <Table columns={COLUMNS} head={(column) => column !== 'act' && t(`levels.categoryColumns.${column}`)} widths={{ name: '32%' }} pending={list.isPending} bones={7} body={ref}>
          {shown.map((each) => (
            <tr key={each.code} data-row={each.code} tabIndex={-1}>
              <td className={`${table.wide} ${each.parent ? classes.child : ''}`}>
                <span className={table.name}>{each.name}</span>
                <span className={table.key}>{each.code}</span>
              </td>
              <td>{each.unit?.name ?? <span className="muted">{t('levels.noUnit')}</span>}</td>
              <td>
                <span className={table.chips}>
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
              <td><ChangeAct row={each} onChange={onChange} /></td>
            </tr>
          ))}
        </Table>
      </Listing>
    </>
  )
}
