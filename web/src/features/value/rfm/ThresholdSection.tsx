import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { count, money } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { Bone } from '~/ui/Bone'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { On } from '~/ui/Time'
import type { Thresholds } from './model'
import { thresholdsQuery, versionsQuery } from './query'
import { ThresholdDialog } from './ThresholdDialog'
import classes from './rfm.module.css'

/** The bounds in force, the way to change them, and all versions that there were. */
export function ThresholdSection() {
  const { t } = useTranslation()
  const found = useQuery(thresholdsQuery)
  const versions = useInfiniteQuery(versionsQuery)
  const [editing, setEditing] = useState(false)
  const standing = found.data
  const rows = flatten(versions.data)
  return (
    <>
      <Section
        title={t('rfm.thresholds')}
        aside={
          standing?.can.update && (
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconPencil size={14} aria-hidden />}
              onClick={() => setEditing(true)}
            >
              {t('rfm.edit')}
            </Button>
          )
        }
      >
        {found.isError && !standing ? (
          <Problem error={found.error} onRetry={() => void found.refetch()} />
        ) : !standing ? (
          <Bone height={180} />
        ) : (
          <>
            <p className={classes.words}>
              {t('rfm.version', { version: standing.thresholds.version })} ·{' '}
              {standing.method_name} · {standing.measure_name} ·{' '}
              {t('rfm.window', { count: standing.months })}
            </p>
            <BoundsTable thresholds={standing.thresholds} />
          </>
        )}
      </Section>
      {rows.length > 1 && (
        <Section title={t('rfm.versions')}>
          <ul>
            {rows.map((each) => (
              <li key={each.version} className={classes.version}>
                <strong>{t('rfm.version', { version: each.version })}</strong>
                {each.in_force && <span className="muted">{t('rfm.inForce')}</span>}
                <On at={each.created_at} />
                {each.created_by && (
                  <span className="muted">{t('rfm.by', { name: each.created_by })}</span>
                )}
                {each.note && <span>{each.note}</span>}
                <span className="muted num">
                  R {each.recency_days.join('/')} · F {each.frequency_count.join('/')} · M{' '}
                  {each.monetary_value.map((amount) => money(amount)).join('/')}
                </span>
              </li>
            ))}
          </ul>
          {versions.hasNextPage && (
            <Button
              variant="subtle"
              loading={versions.isFetchingNextPage}
              onClick={() => void versions.fetchNextPage()}
            >
              {t('common.more')}
            </Button>
          )}
        </Section>
      )}
      {editing && standing && (
        <ThresholdDialog thresholds={standing.thresholds} onClose={() => setEditing(false)} />
      )}
    </>
  )
}

function BoundsTable({ thresholds }: { thresholds: Thresholds }) {
  const { t } = useTranslation()
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('rfm.thresholds')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('rfm.score')}</th>
            <th scope="col">{t('rfm.recency')}</th>
            <th scope="col">{t('rfm.frequency')}</th>
            <th scope="col">{t('rfm.monetary')}</th>
          </tr>
        </thead>
        <tbody>
          {[0, 1, 2, 3].map((step) => (
            <tr key={step}>
              <th scope="row">{5 - step}</th>
              <td className="num">
                {t('rfm.atMost', { value: count(thresholds.recency_days[step] ?? 0) })}
              </td>
              <td className="num">
                {t('rfm.atLeast', { value: count(thresholds.frequency_count[step] ?? 0) })}
              </td>
              <td className="num">
                {t('rfm.atLeast', { value: money(thresholds.monetary_value[step] ?? 0) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
