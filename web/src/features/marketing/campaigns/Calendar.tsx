import { ActionIcon, Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconAlertTriangle, IconCalendarOff, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { date, dayKey } from '~/lib/format'
import { Bone } from '~/ui/Bone'
import { Problem, State } from '~/ui/states'
import { CampaignChip } from './chips'
import { barsOf, daysOf, monthAfter, monthOf, spanOf, weeksOf } from './months'
import { calendarQuery, type CampaignCalendar, type Planned } from './query'
import classes from './calendar.module.css'

interface Props {
  month: string | undefined
  onMonth: (month: string | undefined) => void
}

/** What is planned, runs and ran in one month, and what lies close together. */
export function Calendar({ month: asked, onMonth }: Props) {
  const { t, i18n } = useTranslation()
  const today = dayKey(new Date())
  const month = monthOf(asked)
  const { since, until } = spanOf(month)
  const found = useQuery(calendarQuery(since, until))
  const narrow = useMediaQuery('(max-width: 767px)', window.innerWidth < 768, { getInitialValueInEffect: false })
  const language = i18n.language === 'en' ? 'en-GB' : 'id-ID'
  const title = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))
  const go = (by: number) => onMonth(monthAfter(month, by))
  return (
    <section aria-label={t('campaigns.calendar')} aria-busy={found.isPending || undefined}>
      <div className={classes.head}>
        <ActionIcon aria-label={t('common.previousMonth')} onClick={() => go(-1)}>
          <IconChevronLeft size={17} />
        </ActionIcon>
        <h2 className={classes.month}>{title}</h2>
        <ActionIcon aria-label={t('common.nextMonth')} onClick={() => go(1)}>
          <IconChevronRight size={17} />
        </ActionIcon>
        <Button variant="default" size="compact-sm" disabled={month === today.slice(0, 7)} onClick={() => onMonth(undefined)}>
          {t('common.today')}
        </Button>
      </div>
      {found.isError && !found.data && <Problem error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Bone height={420} />}
      {found.data && (narrow ? <Agenda found={found.data} month={month} today={today} /> : <Grid found={found.data} month={month} today={today} language={language} />)}
      {found.data && <Overlaps found={found.data} />}
    </section>
  )
}

interface MonthProps {
  found: CampaignCalendar
  month: string
  today: string
}

const near = (found: CampaignCalendar) => new Set(found.overlaps.flatMap(({ first, second }) => [first, second]))

function Grid({ found, month, today, language }: MonthProps & { language: string }) {
  const weekdays = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' })
  const weeks = weeksOf(month)
  const close = near(found)
  return (
    <div className={classes.grid}>
      <div className={classes.weekdays} aria-hidden>
        {weeks[0]?.map((day) => <span key={day}>{weekdays.format(new Date(`${day}T00:00:00Z`))}</span>)}
      </div>
      {weeks.map((week) => {
        const bars = barsOf(week, found.items, today)
        const lanes = Math.max(1, ...bars.map((bar) => bar.lane + 1))
        return (
          <div key={week[0]} className={classes.week} style={{ gridTemplateRows: `24px repeat(${lanes}, 26px) minmax(4px, 1fr)` }}>
            {week.map((day, index) => (
              <span key={day} className={classes.day} data-outside={!day.startsWith(month) || undefined} data-today={day === today || undefined} style={{ gridColumn: index + 1, gridRow: '1 / -1' }}>
                <time dateTime={day}>{Number(day.slice(8))}</time>
              </span>
            ))}
            {bars.map(({ planned, column, span, lane, before, after }) => (
              <Link
                key={planned.campaign_id}
                to="/campaigns/$campaignId"
                params={{ campaignId: planned.campaign_id }}
                className={classes.bar}
                data-status={planned.status}
                data-before={before || undefined}
                data-after={after || undefined}
                title={`${planned.number} ${planned.name}: ${planned.status_name}`}
                style={{ gridColumn: `${column + 1} / span ${span}`, gridRow: lane + 2 }}
              >
                {close.has(planned.campaign_id) && <IconAlertTriangle size={13} aria-hidden />}
                <span>{planned.name}</span>
              </Link>
            ))}
          </div>
        )
      })}
    </div>
  )
}

/** The same on a phone, one below the other. */
function Agenda({ found, month, today }: MonthProps) {
  const { t } = useTranslation()
  const close = near(found)
  const items = found.items.filter((each) => {
    const { from, to } = daysOf(each, today)
    return from.slice(0, 7) <= month && to.slice(0, 7) >= month
  })
  if (items.length === 0) return <State icon={<IconCalendarOff />} title={t('campaigns.nothingPlanned')} />
  return (
    <ul className={classes.agenda}>
      {items.map((each) => (
        <li key={each.campaign_id}>
          <span className="muted">{period(each, today)}</span>
          <Link to="/campaigns/$campaignId" params={{ campaignId: each.campaign_id }}>
            {close.has(each.campaign_id) && <IconAlertTriangle size={14} className={classes.close} aria-hidden />} {each.name}
          </Link>
          <CampaignChip status={each.status} name={each.status_name} />
        </li>
      ))}
    </ul>
  )
}

function period(each: Planned, today: string): string {
  const { from, to } = daysOf(each, today)
  return from === to ? date(from) : `${date(from)} – ${date(to)}`
}

/** Which campaigns lie close together, in words. */
function Overlaps({ found }: { found: CampaignCalendar }) {
  const { t } = useTranslation()
  const byId = new Map(found.items.map((each) => [each.campaign_id, each]))
  const pairs = found.overlaps.flatMap((each) => {
    const [first, second] = [byId.get(each.first), byId.get(each.second)]
    return first && second ? [{ ...each, first, second }] : []
  })
  if (pairs.length === 0) return null
  return (
    <section className={classes.overlaps}>
      <h3>
        <IconAlertTriangle size={15} aria-hidden /> {t('campaigns.overlaps')}
      </h3>
      <ul>
        {pairs.map(({ first, second, same_segment, same_channel }) => (
          <li key={first.campaign_id + second.campaign_id}>
            {t(same_segment ? (same_channel ? 'campaigns.overlap.both' : 'campaigns.overlap.segment') : same_channel ? 'campaigns.overlap.channel' : 'campaigns.overlap.close', { first: first.name, second: second.name })}
          </li>
        ))}
      </ul>
    </section>
  )
}
