import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconScale } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { date } from '~/lib/format'
import { Chip } from '~/ui/Chip'
import { Listing } from '~/ui/Listing'
import { State } from '~/ui/states'
import { Table } from '~/ui/Table'
import { type LegalRules, legalQuery } from './query'
import { useNames } from './useNames'
import table from '~/ui/Table.module.css'
import frame from '~/ui/List.module.css'

const COLUMNS = ['name', 'verbal', 'written', 'extension', 'calendar', 'since', 'act'] as const

/** The limits of the law in working days: those that hold, or every version that there was. */
export function LegalTable({ onChange }: { onChange: ((rules: LegalRules) => void) | undefined }) {
  const { t } = useTranslation()
  const list = useQuery(legalQuery)
  const names = useNames()
  const [all, setAll] = useState(false)
  const items = list.data?.items ?? []
  // Each version is made from the newest one of its set.
  const newest = new Map(items.toReversed().map((each) => [each.key, each]))
  const coming = (each: LegalRules) => !each.in_force && newest.get(each.key) === each
  const shown = items.filter((each) => all || each.in_force || coming(each))
  const days = (value: number) => <span className="num">{t('levels.daysLater', { count: value })}</span>
  return (
    <Listing
      list={list}
      empty={
        items.length === 0 && (
          <State icon={<IconScale />} title={t('levels.legalEmpty')}>
            <p>{t('levels.legalEmptyText')}</p>
          </State>
        )
      }
    >
      <div className={frame.tools}>
        <button type="button" className={frame.toggle} aria-pressed={all} onClick={() => setAll(!all)}>
          {t('levels.allVersions')}
        </button>
      </div>
      <Table columns={COLUMNS} head={(column) => column !== 'act' && t(`levels.legalColumns.${column}`)} widths={{ name: '26%' }} pending={list.isPending} bones={2}>
        {shown.map((each) => (
          <tr key={`${each.key}.${each.number}`}>
            <td className={table.wide} title={each.source}>
              <span className={table.name}>{each.title}</span>
              <span className={table.sub}>{each.source}</span>
            </td>
            <td data-label={t('levels.legalColumns.verbal')}>{days(each.verbal_days)}</td>
            <td data-label={t('levels.legalColumns.written')}>{days(each.written_days)}</td>
            <td data-label={t('levels.legalColumns.extension')}>{days(each.extension_days)}</td>
            <td>{names.calendar(each.calendar)}</td>
            <td style={{ whiteSpace: 'normal' }}>
              <span className="num">{date(each.effective_from)}</span>{' '}
              {each.in_force ? <Chip tone="success">{t('levels.inForce')}</Chip> : <Chip>{t(coming(each) ? 'levels.coming' : 'levels.past')}</Chip>}
            </td>
            <td>
              {onChange && newest.get(each.key) === each && (
                <span className={table.acts}>
                  <Button variant="default" aria-label={`${t('levels.legalChange')}: ${each.title}`} onClick={() => onChange(each)}>
                    {t('levels.legalChange')}
                  </Button>
                </span>
              )}
            </td>
          </tr>
        ))}
      </Table>
    </Listing>
  )
}
