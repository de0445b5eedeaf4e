import '../texts/id/cases'

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconUsersGroup } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { useNow } from '~/lib/clock'
import { count, date, dateTime, relative } from '~/lib/format'
import { initials } from '~/lib/initials'
import { useRowKeys } from '~/lib/rows'
import { Avatar } from '~/ui/Avatar'
import { Chip } from '~/ui/Chip'
import { Listing } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { State } from '~/ui/states'
import { Table } from '~/ui/Table'
import type { Load, Worker } from '../model'
import { boardQuery } from '../query'
import { useCasesLive } from '../useCasesLive'
import cases from '../cases.module.css'
import classes from '../queue/board.module.css'
import table from '~/ui/Table.module.css'

interface Props {
  /** Shows the cases of somebody in the queue: an id, or `none`. */
  onOpen: (assignee: string) => void
}

const COLUMNS = ['person', 'load', 'overdue', 'due_soon', 'waiting', 'oldest'] as const
const WIDTHS = { person: '34%', load: '24%', overdue: 104, due_soon: 104, waiting: 104 }

/** Who has how much in hand, the most burdened first; each leads to their cases. */
export function Board({ onOpen }: Props) {
  const { t } = useTranslation()
  const board = useQuery(boardQuery)
  const { ref } = useRowKeys<HTMLTableSectionElement>({ onOpen })
  useCasesLive()
  const most = Math.max(1, ...(board.data?.people ?? []).map((each) => each.open), board.data?.unassigned.open ?? 0)
  return (
    <Page
      title={t('cases.boardTitle')}
      text={
        <>
          <Link to="/cases">← {t('cases.queueTitle')}</Link> · {t('cases.board.text')}
        </>
      }
    >
      <Listing
        list={board}
        empty={
          board.data?.people.length === 0 &&
          board.data.unassigned.open === 0 && (
            <State icon={<IconUsersGroup />} title={t('cases.board.empty')}>
              <p>{t('cases.board.emptyText')}</p>
            </State>
          )
        }
      >
        <Table columns={COLUMNS} head={(column) => t(`cases.board.columns.${column}`)} widths={WIDTHS} className={classes.board} pending={board.isPending} bones={6} body={ref}>
          {board.data && board.data.unassigned.open > 0 && (
            <Row id="none" load={board.data.unassigned} most={most} onOpen={onOpen}>
              <span className={table.name}>{t('cases.nobody')}</span>
            </Row>
          )}
          {board.data?.people.map((each) => (
            <Row key={each.person.id} id={each.person.id} load={each} most={most} onOpen={onOpen}>
              <Person worker={each} />
            </Row>
          ))}
        </Table>
      </Listing>
    </Page>
  )
}

function Person({ worker }: { worker: Worker }) {
  const { t } = useTranslation()
  return (
    <span className={table.person}>
      <Avatar initials={initials(worker.person.full_name)} size={28} />
      <span className={table.words}>
        <span className={table.name}>{worker.person.full_name}</span>
        <span className={table.sub}>{worker.branches.map((each) => each.name).join(', ')}</span>
      </span>
      {worker.me && <Chip>{t('cases.me')}</Chip>}
      {worker.absent_until ? (
        <Chip tone="warning">{t('cases.awayUntil', { date: date(worker.absent_until) })}</Chip>
      ) : (
        worker.present && (
          <Chip tone="success" outline>
            {t('cases.present')}
          </Chip>
        )
      )}
    </span>
  )
}

interface RowProps {
  id: string
  load: Load
  most: number
  onOpen: (assignee: string) => void
  children: React.ReactNode
}

function Row({ id, load, most, onOpen, children }: RowProps) {
  const { t } = useTranslation()
  const now = useNow()
  const figure = (value: number, label: string, tone?: 'critical' | 'warning') => (
    <td className={`${classes.figure} num`} data-tone={value > 0 ? tone : undefined} data-label={label} data-none={value === 0 || undefined}>
      {count(value)}
    </td>
  )
  return (
    <tr className={table.row} data-row={id} tabIndex={-1} onClick={() => onOpen(id)}>
      <td className={table.wide}>{children}</td>
      <td className={table.wide}>
        <Link to="/cases" search={{ view: 'queue', assignee: id }} className={classes.load} aria-label={t('cases.board.open', { count: load.open })} onClick={(event) => event.stopPropagation()}>
          <span className="num">{count(load.open)}</span>
          <span className={classes.bar} aria-hidden>
            <span style={{ width: `${(100 * load.open) / most}%` }} />
            <span data-late style={{ width: `${(100 * load.overdue) / most}%` }} />
          </span>
        </Link>
      </td>
      {figure(load.overdue, t('cases.board.columns.overdue'), 'critical')}
      {figure(load.due_soon, t('cases.board.columns.due_soon'), 'warning')}
      {figure(load.waiting, t('cases.board.columns.waiting'))}
      <td className={classes.oldest} data-label={t('cases.board.columns.oldest')} data-none={load.oldest_due_at === null || undefined} title={load.oldest_due_at ? dateTime(load.oldest_due_at) : undefined}>
        {load.oldest_due_at ? relative(load.oldest_due_at, now) : <span className={cases.number}>–</span>}
      </td>
    </tr>
  )
}
