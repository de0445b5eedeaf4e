import '../texts/id/levels'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconClockHour4, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { useCommands } from '~/lib/commands'
import { date } from '~/lib/format'
import { may } from '~/lib/permissions'
import { useRowKeys } from '~/lib/rows'
import { Chip } from '~/ui/Chip'
import { Listing } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { State } from '~/ui/states'
import { Table } from '~/ui/Table'
import { Views } from '~/ui/Views'
import { LegalDialog } from '../setup/LegalDialog'
import { LegalTable } from '../setup/LegalTable'
import { LevelDialog } from '../setup/LevelDialog'
import { type LegalRules, type Level, levelsQuery } from '../setup/query'
import { useNames } from '../setup/useNames'
import table from '~/ui/Table.module.css'

interface Props {
  tab: string | undefined
  onTab: (tab: string | undefined) => void
  onOpen: (key: string) => void
}

const TABS = ['levels', 'legal'] as const

/** What is promised to whom, and what the law asks for. */
export function ServiceLevels({ tab, onTab, onOpen }: Props) {
  const { t } = useTranslation()
  const manager = may(useMe(), 'configuration', 'M')
  const view = TABS.find((each) => each === tab) ?? 'levels'
  const levels = useQuery(levelsQuery)
  const [making, setMaking] = useState(false)
  const [law, setLaw] = useState<LegalRules | 'new' | null>(null)
  const make = () => (view === 'levels' ? setMaking(true) : setLaw('new'))
  useCommands([{ id: 'levels.make', group: 'record', label: t(view === 'levels' ? 'levels.make' : 'levels.legalMake'), keys: 'c', hidden: !manager, run: () => manager && make() }])
  return (
    <Page
      title={t('levels.title')}
      text={t(view === 'levels' ? 'levels.text' : 'levels.legalText')}
      actions={
        manager && (
          <Button leftSection={<IconPlus size={15} />} onClick={make}>
            {t(view === 'levels' ? 'levels.make' : 'levels.legalMake')}
          </Button>
        )
      }
    >
      <Views label={t('levels.views')} views={TABS.map((key) => ({ key, label: t(`levels.tabs.${key}`) }))} value={view} onChange={(next) => onTab(next === 'levels' ? undefined : next)} />
      {view === 'legal' ? <LegalTable onChange={manager ? setLaw : undefined} /> : <Levels onOpen={onOpen} />}
      {making && <LevelDialog sources={levels.data?.items ?? []} onDone={onOpen} onClose={() => setMaking(false)} />}
      {law && <LegalDialog rules={law === 'new' ? undefined : law} onClose={() => setLaw(null)} />}
    </Page>
  )
}

const COLUMNS = ['name', 'inForce', 'covers', 'calendar', 'waiting'] as const

function Levels({ onOpen }: { onOpen: (key: string) => void }) {
  const { t } = useTranslation()
  const list = useQuery(levelsQuery)
  const { ref } = useRowKeys<HTMLTableSectionElement>({ onOpen, onPeek: onOpen })
  return (
    <Listing
      list={list}
      empty={
        list.data?.items.length === 0 && (
          <State icon={<IconClockHour4 />} title={t('levels.empty')}>
            <p>{t('levels.emptyText')}</p>
          </State>
        )
      }
    >
      <Table columns={COLUMNS} head={(column) => t(`levels.columns.${column}`)} widths={{ name: '28%' }} pending={list.isPending} body={ref}>
        {list.data?.items.map((row) => (
          <Row key={row.key} row={row} onOpen={onOpen} />
        ))}
      </Table>
    </Listing>
  )
}

function Row({ row, onOpen }: { row: Level; onOpen: (key: string) => void }) {
  const { t } = useTranslation()
  const names = useNames()
  return (
    <tr className={table.row} onClick={() => onOpen(row.key)}>
      <td className={table.wide}>
        <Link to="/service-levels/$levelKey" params={{ levelKey: row.key }} data-row={row.key} className={table.name} onClick={(event) => event.stopPropagation()}>
          {row.title}
        </Link>
        <span className={table.key}>{row.key}</span>
      </td>
      <td>
        {row.number ? (
          <>
            <span className="num">{t('levels.version', { number: row.number })}</span>
            <span className={table.sub}>{t('levels.since', { date: date(row.in_force_since ?? '') })}</span>
          </>
        ) : (
          <Chip tone="warning">{t('levels.never')}</Chip>
        )}
      </td>
      <td className="num">{t('levels.categories', { count: row.categories.length })}</td>
      <td className={table.wide}>
        {names.calendar(row.calendar)}
        <span className={table.sub}>{row.legal_rules ? names.law(row.legal_rules) : t('levels.legalNone')}</span>
      </td>
      <td>
        {(row.has_draft || row.next) && (
          <span className={table.chips}>
            {row.has_draft && <Chip tone="accent">{t('levels.draft')}</Chip>}
            {row.next && <Chip tone="info">{t('levels.nextOn', { number: row.next.number, date: date(row.next.effective_from) })}</Chip>}
          </span>
        )}
      </td>
    </tr>
  )
}
