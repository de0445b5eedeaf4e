import '../texts/id/segments'

import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { count, time } from '~/lib/format'
import { Bars } from '~/ui/Bars'
import { Bone } from '~/ui/Bone'
import { Problem } from '~/ui/states'
import { type Audience, CHANNELS, type Preview, previewQuery } from './query'
import classes from '../marketing.module.css'

interface Props {
  /** Nothing while the rule cannot be counted yet. */
  audience: Audience | null
  /** Why nothing is counted. */
  waits?: string
  /** Which channel is counted for at first. */
  channel?: string | null
}

/** Who would be chosen right now and who would be left out, and why; a channel narrows it to whom a message reaches there. */
export function PreviewPanel({ audience, waits, channel: first = null }: Props) {
  const { t } = useTranslation()
  const [channel, setChannel] = useState<string | null>(first)
  const found = useQuery(previewQuery(audience, channel))
  // What is wrong with the rule stands beside its conditions.
  const unfit = hasStatus(found.error, 422)
  return (
    <section className={classes.preview} aria-label={t('segments.preview')} aria-busy={found.isFetching || undefined}>
      <div className={classes.previewHead}>
        <h2 className={classes.panelTitle}>{t('segments.preview')}</h2>
        <Select
          size="xs"
          w={150}
          aria-label={t('segments.channel')}
          data={CHANNELS.map((value) => ({ value, label: t(`segments.channels.${value}`) }))}
          placeholder={t('segments.anyChannel')}
          value={channel}
          clearable
          onChange={setChannel}
        />
      </div>
      {audience === null ? (
        <p className="muted">{waits}</p>
      ) : unfit ? (
        <p className="muted">{t('segments.previewUnfit')}</p>
      ) : found.isError ? (
        <Problem error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <Counted preview={found.data} />
      ) : (
        <Bone height={220} />
      )}
    </section>
  )
}

function Counted({ preview }: { preview: Preview }) {
  const { t } = useTranslation()
  const reasons = preview.reasons.filter((each) => each.reason !== 'NOT_IN_RULE' && each.first > 0)
  return (
    <>
      <dl className={classes.figures} aria-live="polite">
        <div>
          <dt>{t('segments.count')}</dt>
          <dd className="num" data-figure="count">
            {count(preview.count)}
          </dd>
        </div>
        <div>
          <dt>{t('segments.eligible')}</dt>
          <dd className="num" data-figure="eligible">
            {count(preview.eligible)}
          </dd>
        </div>
      </dl>
      <p className="muted">{t('segments.ofTotal', { total: count(preview.total), at: time(preview.as_of) })}</p>
      {preview.sentence && <p className={classes.sentence}>{preview.sentence}</p>}
      {reasons.length > 0 && (
        <>
          <h3 className={classes.smallTitle}>{t('segments.reasons')}</h3>
          <Bars label={t('segments.reasons')} bars={reasons.map((each) => ({ key: each.reason, name: each.label, parts: [{ tone: 'critical', value: each.first }] }))} />
        </>
      )}
      <Samples samples={preview.samples} />
    </>
  )
}

function Samples({ samples }: { samples: Preview['samples'] }) {
  const { t } = useTranslation()
  if (samples.length === 0) return null
  return (
    <>
      <h3 className={classes.smallTitle}>{t('segments.samples', { count: samples.length })}</h3>
      <ul className={classes.samples}>
        {samples.map((each, index) => (
          <li key={index}>
            {each.is_eligible ? <IconCircleCheck size={15} className={classes.yes} aria-label={t('segments.isEligible')} /> : <IconCircleX size={15} className={classes.no} aria-label={t('segments.isIneligible')} />}
            <span className={classes.sampleName}>{each.name}</span>
            <span className="muted">{[each.city, each.branch_code].filter(Boolean).join(' · ')}</span>
            {each.reason_name && <span className={classes.sampleWhy}>{each.reason_name}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}
