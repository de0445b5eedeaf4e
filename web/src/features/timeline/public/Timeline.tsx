import '../texts/id/timeline'

import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconTimelineEvent } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import type { TimelineEvent } from '~/api/models'
import { dayHeading, dayKey, dayShort } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { useNow } from '~/lib/clock'
import { useRowKeys } from '~/lib/rows'
import { Bone } from '~/ui/Bone'
import { Endless } from '~/ui/Listing'
import { Pills } from '~/ui/Pills'
import { RangeMenu } from '~/ui/RangeMenu'
import { State } from '~/ui/states'
import { EventRow } from '../EventRow'
import { timelineOptions, type TimelineFilters } from './query'
import classes from './Timeline.module.css'
import frame from '~/ui/List.module.css'

interface Props {
  customerId: string
  kinds: { kind: string; label: string }[]
  filters: TimelineFilters
  onFilters: (filters: TimelineFilters) => void
}

interface Day {
  key: string
  at: string
  events: TimelineEvent[]
}

/** Consecutive events of one calendar day, in the order the server gave them. */
export function byDay(events: readonly TimelineEvent[]): Day[] {
  const days: Day[] = []
  for (const event of events) {
    const key = dayKey(event.occurred_at)
    const last = days.at(-1)
    if (last?.key === key) last.events.push(event)
    else days.push({ key, at: event.occurred_at, events: [event] })
  }
  return days
}

export function Timeline({ customerId, kinds, filters, onFilters }: Props) {
  const { t } = useTranslation()
  const now = useNow()
  const list = useInfiniteQuery(timelineOptions(customerId, filters))
  const { ref } = useRowKeys<HTMLDivElement>({})
  const days = useMemo(() => byDay(flatten(list.data)), [list.data])
  const chosen = new Set(filters.kind)
  const filtered = chosen.size > 0 || Boolean(filters.from ?? filters.to)
  const toggle = (kind: string) => {
    const next = new Set(chosen)
    if (!next.delete(kind)) next.add(kind)
    onFilters({ ...filters, kind: next.size > 0 ? [...next] : undefined })
  }

  return (
    <div>
      <div className={classes.filters} role="group" aria-label={t('timeline.filter')}>
        <Pills>
          <RangeMenu label={t('timeline.period')} range={filters} onChange={(range) => onFilters({ kind: filters.kind, ...range })} />
          {kinds.length > 1 &&
            kinds.map((each) => (
              <button key={each.kind} type="button" className={frame.toggle} aria-pressed={chosen.has(each.kind)} onClick={() => toggle(each.kind)}>
                {each.label}
              </button>
            ))}
        </Pills>
      </div>
      <Endless
        list={list}
        bones={<TimelineSkeleton />}
        empty={
          days.length === 0 && (
            <State
              icon={<IconTimelineEvent />}
              title={filtered ? t('timeline.noMatch') : t('timeline.empty')}
              action={
                filtered && (
                  <Button variant="default" onClick={() => onFilters({})}>
                    {t('common.clear')}
                  </Button>
                )
              }
            >
              <p>{filtered ? t('timeline.noMatchText') : t('timeline.emptyText')}</p>
            </State>
          )
        }
      >
        <div ref={ref} aria-busy={list.isPending || undefined}>
          {days.map((day) => {
            const words = { today: t('common.today'), yesterday: t('common.yesterday') }
            const heading = dayHeading(day.at, now, words)
            const [date, beside] = dayShort(day.at, now, words)
            return (
              <section key={day.key} aria-label={heading} className={classes.section}>
                <h2 className={classes.day}>
                  <span className="visually-hidden">{heading}</span>
                  <span aria-hidden className={classes.date} title={heading}>
                    {date}
                    <span className={classes.beside}>{beside}</span>
                  </span>
                </h2>
                <ul className={classes.events}>
                  {day.events.map((event) => (
                    <EventRow key={event.event_id} event={event} />
                  ))}
                </ul>
              </section>
            )
          })}
        </div>
      </Endless>
      {list.isSuccess && !list.hasNextPage && days.length > 0 && <p className={classes.end}>{t('common.end')}</p>}
    </div>
  )
}

function TimelineSkeleton() {
  return (
    <div aria-hidden className={classes.skeleton}>
      {[180, 240, 200, 160, 220].map((width) => (
        <div key={width}>
          <Bone width={48} />
          <Bone width={24} height={24} round />
          <Bone width={width} />
          <span style={{ flex: 1 }} />
          <Bone width={88} />
        </div>
      ))}
    </div>
  )
}
