import '../texts/id/rfm'

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { RfmChip } from '~/features/customers/public/badges'
import { count, money, moneyShort } from '~/lib/format'
import { Bone } from '~/ui/Bone'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { Ago } from '~/ui/Time'
import type { RfmScore } from '../rfm/model'
import { rfmQuery } from '../rfm/query'
import classes from '../rfm/rfm.module.css'

/** The value of a customer: three bars with words, the advice or why there is none, and why it is so. */
export function ValueCard({ customerId }: { customerId: string }) {
  const { t } = useTranslation()
  const found = useQuery(rfmQuery(customerId))
  return (
    <Section title={t('rfm.card')}>
      {found.isError && !found.data ? (
        <Problem error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Bone height={150} />
      ) : found.data.score ? (
        <Score score={found.data.score} />
      ) : (
        <p className="muted">{found.data.missing}</p>
      )}
    </Section>
  )
}

function Score({ score }: { score: RfmScore }) {
  const { t } = useTranslation()
  const days = score.recency_days
  const bars = [
    {
      key: 'R',
      name: t('rfm.recency'),
      score: score.recency_score,
      words: score.recency_words,
      figure: days === 0 ? t('rfm.today') : t('rfm.days', { count: days }),
    },
    {
      key: 'F',
      name: t('rfm.frequency'),
      score: score.frequency_score,
      words: score.frequency_words,
      figure: t('rfm.count', { count: score.frequency_count }),
    },
    {
      key: 'M',
      name: t('rfm.monetary'),
      score: score.monetary_score,
      words: score.monetary_words,
      figure: moneyShort(score.monetary_value),
    },
  ]
  return (
    <>
      <div className={classes.head}>
        <RfmChip segment={score.segment} />
        <span className={classes.words}>
          {t('rfm.total')} {score.total_score}/15 · {t('rfm.clv')}: {score.clv_name}
        </span>
      </div>
      <ul className={classes.scores}>
        {bars.map((each) => (
          <li key={each.key} className={classes.score}>
            <span>
              {each.name} <span className={classes.words}>{each.words}</span>
            </span>
            <span className="num" title={each.key === 'M' ? money(score.monetary_value) : undefined}>
              {each.figure}
            </span>
            <span className={classes.track} aria-hidden>
              {[1, 2, 3, 4, 5].map((step) => (
                <span key={step} data-on={step <= each.score || undefined} />
              ))}
            </span>
            <span className="visually-hidden">{t('rfm.of', { score: each.score })}</span>
          </li>
        ))}
      </ul>
      <p className={classes.advice}>
        {score.action ? (
          <>
            <strong>{t('rfm.action')}:</strong> {score.action}
          </>
        ) : (
          <span className="muted">{score.action_withheld}</span>
        )}
      </p>
      <p className={classes.note}>
        {t('rfm.basis')}: {score.legal_basis}
      </p>
      <details className={classes.why}>
        <summary>{t('rfm.why')}</summary>
        <p>{score.reason}</p>
        <p>
          {t('rfm.bounds')} ({t('rfm.version', { version: score.thresholds_version })}):
        </p>
        <ul>
          <li>R: {score.recency_bounds.map((each) => t('rfm.atMost', { value: count(each) })).join(', ')}</li>
          <li>F: {score.frequency_bounds.map((each) => t('rfm.atLeast', { value: count(each) })).join(', ')}</li>
          <li>M: {score.monetary_bounds.map((each) => t('rfm.atLeast', { value: moneyShort(each) })).join(', ')}</li>
        </ul>
        <p>
          {t('rfm.computed')} <Ago at={score.calculated_at} />
        </p>
      </details>
    </>
  )
}
