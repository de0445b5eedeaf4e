import { ActionIcon, Button, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconArrowsSplit, IconCalendarPlus, IconDots, IconTrash } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { count } from '~/lib/format'
import { Chip } from '~/ui/Chip'
import { Listing } from '~/ui/Listing'
import { State } from '~/ui/states'
import { Table } from '~/ui/Table'
import type { RoleConflict } from '../types'
import { conflictsQuery } from './query'
import admin from '../Admin.module.css'
import classes from './Conflicts.module.css'
import table from '~/ui/Table.module.css'

const COLUMNS = ['roles', 'reason', 'holders', 'more'] as const
const WIDTHS = { roles: '28%', holders: 230, more: 48 }

interface Props {
  add: ReactNode
  onGive: (pair: RoleConflict) => void
  onRemove: (pair: RoleConflict) => void
}

/** The pairs in force, why they are, and how many people hold both roles. */
export function PairTable({ add, onGive, onRemove }: Props) {
  const { t } = useTranslation()
  const pairs = useQuery(conflictsQuery)
  const items = pairs.data?.items ?? []
  return (
    <Listing
      list={pairs}
      empty={
        items.length === 0 && (
          <State icon={<IconArrowsSplit />} title={t('conflicts.empty')} action={add}>
            <p>{t('conflicts.emptyText')}</p>
          </State>
        )
      }
    >
      <Table columns={COLUMNS} head={(column) => (column === 'more' ? <span className="visually-hidden">{t('common.more')}</span> : t(`conflicts.columns.${column}`))} widths={WIDTHS} pending={pairs.isPending}>
        {items.map((pair) => (
          <tr key={pair.id}>
            <td className={`${table.wide} ${classes.said}`}>
              <span className={classes.lines}>
                <span className={table.name}>{t('conflicts.and', { first: pair.first.name, second: pair.second.name })}</span>
                {pair.shipped && <span className={table.sub}>{t('conflicts.shipped')}</span>}
              </span>
            </td>
            <td className={`${table.wide} ${classes.said}`}>{pair.reason}</td>
            <td data-label={t('conflicts.columns.holders')}>
              <Holders pair={pair} />
            </td>
            <td className={admin.end}>
              {(pair.can.give_exception || pair.can.remove) && (
                <Menu>
                  <Menu.Target>
                    <ActionIcon aria-label={t('conflicts.moreOf', { name: t('conflicts.and', { first: pair.first.name, second: pair.second.name }) })}>
                      <IconDots size={16} />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    {pair.can.give_exception && (
                      <Menu.Item leftSection={<IconCalendarPlus size={15} aria-hidden />} onClick={() => onGive(pair)}>
                        {t('conflicts.give')}
                      </Menu.Item>
                    )}
                    {pair.can.remove && (
                      <Menu.Item leftSection={<IconTrash size={15} aria-hidden />} onClick={() => onRemove(pair)}>
                        {t('conflicts.remove')}
                      </Menu.Item>
                    )}
                  </Menu.Dropdown>
                </Menu>
              )}
            </td>
          </tr>
        ))}
      </Table>
    </Listing>
  )
}

/** Who holds both, as the way to them. */
function Holders({ pair }: { pair: RoleConflict }) {
  const { t } = useTranslation()
  if (pair.violating + pair.excepted === 0) return <span className="muted">{t('conflicts.nobody')}</span>
  return (
    <Link to="/administration/role-conflicts" search={{ tab: 'holders', pair: pair.id }} className={table.chips}>
      {pair.violating > 0 && <Chip tone="critical">{t('conflicts.violating', { count: pair.violating, shown: count(pair.violating) })}</Chip>}
      {pair.excepted > 0 && <Chip tone="warning">{t('conflicts.excepted', { count: pair.excepted, shown: count(pair.excepted) })}</Chip>}
    </Link>
  )
}

/** Takes the filters of a list off. */
export function ClearButton({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation()
  return (
    <Button variant="default" onClick={onClear}>
      {t('common.clear')}
    </Button>
  )
}
