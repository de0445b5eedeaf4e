import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { count, date, decimal } from '~/lib/format'
import { Bars } from '~/ui/Bars'
import { Bone } from '~/ui/Bone'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { measureQuery } from './query'

/** What followed the closed cases of the last 90 days, and how many of the tasks were done. */
export function Measure() {
  const { t } = useTranslation()
  const found = useQuery(measureQuery)
  if (found.isError)
    return <Problem error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Bone height={160} />
  const { tasks, outcomes, by_rule, since } = found.data
  const every = tasks.open + tasks.done + tasks.skipped
  return (
    <Section title={t('afterCase.measure', { since: date(since) })}>
      <p>
        {tasks.completed === null
          ? t('afterCase.noTasks')
          : t('afterCase.completed', {
              done: count(tasks.done),
              all: count(every),
              rate: `${decimal(tasks.completed * 100)} %`,
              skipped: count(tasks.skipped),
              open: count(tasks.open),
            })}
      </p>
      <Bars
        label={t('afterCase.outcomes')}
        bars={outcomes.map((each) => ({
          key: each.outcome,
          name: each.label,
          parts: [{ tone: each.outcome === 'TASK' ? 'success' : 'accent', value: each.cases }],
        }))}
      />
      {by_rule.length > 0 && (
        <Bars
          label={t('afterCase.byRule')}
          bars={by_rule.map((each) => ({
            key: each.rule_id,
            name: t('afterCase.ruleDone', { name: each.name, done: count(each.done) }),
            parts: [
              { tone: 'success', value: each.done },
              { tone: 'accent', value: each.open },
              { tone: 'critical', value: each.skipped },
            ],
          }))}
        />
      )}
    </Section>
  )
}
