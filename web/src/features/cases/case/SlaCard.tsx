import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconAlertTriangle, IconCheck, IconInfoCircle, IconPlayerPause } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useNow } from '~/lib/clock'
import { dateTime } from '~/lib/format'
import { Bone } from '~/ui/Bone'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { useSpan } from '../useSpan'
import type { CaseClock } from '../model'
import { clocksQuery } from '../query'
import { WhyPanel } from './WhyPanel'
import bars from './clocks.module.css'

/** The three clocks of a case as bars, each with its due time and the way to every step of the count. */
export function SlaCard({ caseId, updated }: { caseId: string; updated?: string | null }) {
  const { t } = useTranslation()
  const clocks = useQuery(clocksQuery(caseId))
  const [why, setWhy] = useState(false)
  return (
    <Section
      title={t('cases.sla')}
      aside={
        clocks.data && (
          <Button variant="subtle" size="compact-sm" leftSection={<IconInfoCircle size={14} />} onClick={() => setWhy(true)}>
            {t('cases.why')}
          </Button>
        )
      }
    >
      {clocks.isError && <Problem error={clocks.error} onRetry={() => void clocks.refetch()} />}
      <div className={bars.clocks} aria-busy={clocks.isPending || undefined}>
        {clocks.isPending && [0, 1, 2].map((each) => <Bone key={each} height={38} />)}
        {clocks.data?.items.map((clock) => <Clock key={clock.clock} clock={clock} />)}
      </div>
      {updated && <p className={`${bars.dueAt} num`}>{t('cases.firstUpdate', { at: dateTime(updated) })}</p>}
      {why && clocks.data && <WhyPanel clocks={clocks.data.items} onClose={() => setWhy(false)} />}
    </Section>
  )
}

function Clock({ clock }: { clock: CaseClock }) {
  const { t } = useTranslation()
  const now = useNow().getTime()
  const days = clock.clock === 'LEGAL'
  const span = useSpan(days)
  const due = Date.parse(clock.due_at)
  const late = clock.breached_at !== null
  const state = late ? 'late' : clock.state === 'STOPPED' ? 'done' : clock.state === 'WAITING' ? 'waiting' : 'running'
  const Icon = { late: IconAlertTriangle, done: IconCheck, waiting: IconPlayerPause, running: null }[state]
  const used = clock.target > 0 ? Math.min(100, (100 * clock.consumed) / clock.target) : 0
  const left =
    state === 'done'
      ? t('cases.clock.done')
      : clock.state === 'STOPPED'
        ? t('cases.clock.doneLate')
        : late
          ? t('cases.clock.late', { span: days ? span(Math.abs(clock.remaining)) : span((now - due) / 1000) })
          : state === 'waiting'
            ? t('cases.clock.waiting', { span: span(clock.remaining) })
            : t('cases.clock.left', { span: days ? span(clock.remaining) : span((due - now) / 1000) })
  return (
    <div className={bars.clock} data-state={state} data-soon={state === 'running' && used >= 80 ? true : undefined}>
      <p>
        <span>{t(`cases.clocks.${clock.clock as 'LEGAL'}`)}</span>
        <span className={`${bars.span} num`}>
          {Icon && <Icon size={13} stroke={2.2} aria-hidden />} {left}
        </span>
      </p>
      <div className={bars.bar} role="img" aria-label={t('cases.clock.used', { percent: Math.round(used) })}>
        <span style={{ width: `${used}%` }} />
      </div>
      <p className={`${bars.dueAt} num`}>
        {clock.stopped_at ? t('cases.clock.stoppedAt', { at: dateTime(clock.stopped_at) }) : t('cases.clock.dueAt', { at: dateTime(clock.due_at) })}
      </p>
    </div>
  )
}
