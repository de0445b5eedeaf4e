import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { count } from '~/lib/format'
import { caseCountsQuery } from '../query'
import { type CaseFilters, listQuery, scopeOf } from './filters'
import classes from './queue.module.css'

interface Props {
  filters: CaseFilters
  words: string
  onFilters: (filters: CaseFilters) => void
}

/** How much there is in the view, and how much of it presses; each figure leads to its rows. */
export function QueueHead({ filters, words, onFilters }: Props) {
  const { t } = useTranslation()
  const counts = useQuery({ ...caseCountsQuery(listQuery(filters)), enabled: !words }).data
  // Words stand in no address, so what they find is listed and not counted.
  if (words) return <p className={classes.head}>{t('cases.foundFor', { q: words })}</p>
  if (!counts) return <p className={classes.head}>{'\u00a0'}</p>
  const say = (each: { count: number; capped: boolean }) => `${count(each.count)}${each.capped ? '+' : ''}`
  if (scopeOf(filters) !== 'open') return <p className={`${classes.head} num`}>{t('cases.countTotal', { count: counts.total.count, total: say(counts.total) })}</p>
  const figures = [
    { key: 'total', tone: undefined, to: { ...filters, overdue: undefined, first_late: undefined } },
    { key: 'overdue', tone: 'critical', to: { ...filters, overdue: '1' } },
    { key: 'due_soon', tone: 'warning', to: null },
    { key: 'first_late', tone: 'critical', to: { ...filters, first_late: '1' } },
    { key: 'unassigned', tone: undefined, to: { ...filters, assignee: 'none' } },
  ] as const
  return (
    <p className={`${classes.head} num`}>
      {figures.map(({ key, tone, to }) => {
        const words = (
          <>
            <strong>{say(counts[key])}</strong> {t(`cases.counts.${key}`)}
          </>
        )
        return to ? (
          <button key={key} type="button" className={classes.figure} data-tone={counts[key].count > 0 ? tone : undefined} onClick={() => onFilters(to)}>
            {words}
          </button>
        ) : (
          <span key={key} className={classes.figure} data-tone={counts[key].count > 0 ? tone : undefined} style={{ cursor: 'default' }}>
            {words}
          </span>
        )
      })}
    </p>
  )
}
