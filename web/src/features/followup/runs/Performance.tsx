import { useTranslation } from 'react-i18next'

import { count, decimal } from '~/lib/format'
import { agentName } from '../chips'
import type { AgentFigures } from '../model'
import classes from './runs.module.css'

const COLUMNS = ['gained', 'not_followed_up', 'no_deposit', 'deposits'] as const

/** How each agent does: windows that ended, deposits within them, and the part that these are. */
export function Performance({ agents }: { agents: readonly AgentFigures[] }) {
  const { t } = useTranslation()
  if (agents.length === 0) return <p className="muted">{t('followupRuns.performanceNone')}</p>
  const heads = {
    gained: t('followupRuns.gained'),
    not_followed_up: t('followupRuns.series.not_followed_up'),
    no_deposit: t('followupRuns.series.no_deposit'),
    deposits: t('followupRuns.depositsIn'),
  }
  const title = t('followupRuns.performance')
  return (
    <>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={title}>
        <table className={classes.plain}>
          <thead>
            <tr>
              <th scope="col">{t('followupRuns.agent')}</th>
              <th scope="col">{t('followupRuns.load')}</th>
              <th scope="col">{t('followupRuns.dueSoon')}</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {heads[column]}
                </th>
              ))}
              <th scope="col">{t('followupRuns.conversion')}</th>
            </tr>
          </thead>
          <tbody>
            {agents.map((each) => (
              <tr key={each.agent.id}>
                <th scope="row">{agentName(t, each.agent)}</th>
                <td className="num">
                  {t('followupRuns.loadOf', {
                    members: count(each.members),
                    capacity: count(each.capacity),
                  })}
                </td>
                <td className="num">{count(each.due_soon)}</td>
                {COLUMNS.map((column) => (
                  <td key={column} className="num">
                    {count(each[column])}
                  </td>
                ))}
                <td className="num">
                  {each.conversion === null ? '–' : `${decimal(each.conversion)} %`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="muted" style={{ marginTop: 8, fontSize: 12 }}>
        {t('followupRuns.performanceText')}
      </p>
    </>
  )
}
