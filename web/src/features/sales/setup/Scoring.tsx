import '../texts/id/scoring'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Chip } from '~/ui/Chip'
import { Listing } from '~/ui/Listing'
import { Table } from '~/ui/Table'
import table from '~/ui/Table.module.css'
import { scoringQuery } from './scoringQuery'
import { ScoringDialog } from './ScoringDialog'

const COLUMNS = ['factor', 'points', 'days', 'state'] as const
const WIDTHS = { points: 90, days: 120, state: '40%' }

/** What gives a lead points, and where its bands begin. */
export function Scoring() {
  const { t } = useTranslation()
  const found = useQuery(scoringQuery)
  const [editing, setEditing] = useState(false)
  const scoring = found.data
  return (
    <>
      {scoring && (
        <p>
          {scoring.bands.map((each) => `${each.label} ≥ ${each.starts_at}: ${each.action}`).join(' · ')}{' '}
          {scoring.can.update && (
            <Button variant="default" size="compact-sm" onClick={() => setEditing(true)}>
              {t('scoring.change')}
            </Button>
          )}
        </p>
      )}
      <Listing list={found}>
        <Table
          columns={COLUMNS}
          head={(column) => t(`scoring.columns.${column}`)}
          widths={WIDTHS}
          pending={found.isPending}
          bones={7}
        >
          {scoring?.factors.map((each) => (
            <tr key={each.code}>
              <td className={table.wide}>
                <span className={table.name}>{each.label}</span>
              </td>
              <td className="num" data-label={t('scoring.columns.points')}>
                +{each.points}
              </td>
              <td className="num" data-label={t('scoring.columns.days')}>
                {each.days === null ? '–' : t('scoring.days', { count: each.days })}
              </td>
              <td className={table.wide}>
                {each.is_active ? <Chip tone="success">{t('scoring.on')}</Chip> : <Chip>{t('scoring.off')}</Chip>}
                {each.missing && <span className={table.sub}>{each.missing}</span>}
              </td>
            </tr>
          ))}
        </Table>
      </Listing>
      {editing && scoring && <ScoringDialog scoring={scoring} onClose={() => setEditing(false)} />}
    </>
  )
}
