import '../texts/id/followupAgents'

import { ActionIcon, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconAlertTriangle, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { date, dayKey } from '~/lib/format'
import { Bone } from '~/ui/Bone'
import { Page } from '~/ui/Page'
import { Section } from '~/ui/Section'
import { NotHere, Problem } from '~/ui/states'
import { StateChip } from '../agents/StateChip'
import { DaysOffList } from '../calendar/DaysOffList'
import { rangesOf, weekendsOf } from '../calendar/days'
import { MarkDialog } from '../calendar/MarkDialog'
import { YearCalendar } from '../calendar/YearCalendar'
import { agentsOptions, daysOffOptions } from '../query'
import classes from '../calendar/calendar.module.css'

interface Props {
  agentId: string
  /** As the address says it; this year without it. */
  year: string | undefined
  onYear: (year: string) => void
}

const NONE: ReadonlySet<string> = new Set()
const SHOWN = 3

/** One agent's year: the days on which rotation passes over, chosen on the calendar or by dates. */
export function AgentPage({ agentId, year: asked, onYear }: Props) {
  const { t } = useTranslation()
  const today = dayKey(new Date())
  const year = asked && /^20\d{2}$/.test(asked) ? Number(asked) : Number(today.slice(0, 4))
  const agents = useQuery(agentsOptions)
  const days = useQuery(daysOffOptions(year, agentId))
  const [chosen, setChosen] = useState(NONE)
  const [marking, setMarking] = useState(false)
  const failed = agents.isError && !agents.data ? agents : days.isError && !days.data ? days : null
  if (failed)
    return (
      <Problem
        page={hasStatus(failed.error, 403)}
        error={failed.error}
        onRetry={() => void failed.refetch()}
      />
    )
  const agent = agents.data?.items.find((each) => each.id === agentId)
  if (agents.data && !agent) return <NotHere page />
  const name = agent?.person.full_name ?? ''
  const edits = agents.data?.can.manage ?? false
  const turn = (step: number) => {
    setChosen(NONE)
    onYear(String(year + step))
  }
  return (
    <Page
      title={agent ? t('followupAgents.calendarOf', { name }) : t('followupAgents.calendar')}
      text={<Link to="/followup/agents">← {t('followupAgents.title')}</Link>}
      width="full"
      actions={agent && <StateChip agent={agent} />}
    >
      <div className={classes.tools}>
        <ActionIcon
          variant="default"
          size={34}
          aria-label={t('followupAgents.previousYear')}
          onClick={() => turn(-1)}
        >
          <IconChevronLeft size={16} />
        </ActionIcon>
        <strong className="num">{t('followupAgents.year', { year })}</strong>
        <ActionIcon
          variant="default"
          size={34}
          aria-label={t('followupAgents.nextYear')}
          onClick={() => turn(1)}
        >
          <IconChevronRight size={16} />
        </ActionIcon>
        {edits && (
          <>
            <Button
              variant="default"
              onClick={() => setChosen(new Set([...chosen, ...weekendsOf(year, today)]))}
            >
              {t('followupAgents.weekends')}
            </Button>
            <Button variant="default" onClick={() => setMarking(true)}>
              {t('followupAgents.byDates')}
            </Button>
          </>
        )}
        <ul className={classes.legend}>
          {(['LEAVE', 'OFF', 'ABSENCE'] as const).map((kind) => (
            <li key={kind}>
              <span className={classes.swatch} data-kind={kind} aria-hidden />
              {t(`followupAgents.kinds.${kind}`)}
            </li>
          ))}
        </ul>
      </div>
      <p className="muted" style={{ marginBottom: 12 }}>
        {t(edits ? 'followupAgents.yearText' : 'followupAgents.yearRead')}
      </p>
      {days.data ? (
        <>
          <Uncovered days={days.data.uncovered_days} />
          <YearCalendar
            year={year}
            daysOff={days.data.items}
            uncovered={days.data.uncovered_days}
            editable={edits}
            chosen={chosen}
            onChosen={setChosen}
          />
        </>
      ) : (
        <Bone height={620} />
      )}
      {edits && chosen.size > 0 && (
        <div className={classes.bar} role="region" aria-label={t('followupAgents.mark')}>
          <span role="status">{t('followupAgents.chosen', { count: chosen.size })}</span>
          <Button variant="default" onClick={() => setChosen(NONE)}>
            {t('followupAgents.unmark')}
          </Button>
          <Button onClick={() => setMarking(true)}>{t('followupAgents.mark')}</Button>
        </div>
      )}
      <Section title={t('followupAgents.listed')}>
        {days.data ? <DaysOffList daysOff={days.data.items} /> : <Bone height={88} />}
      </Section>
      {marking && agent && (
        <MarkDialog
          agent={agent}
          ranges={rangesOf(chosen)}
          onMarked={() => setChosen(NONE)}
          onClose={() => setMarking(false)}
        />
      )}
    </Page>
  )
}

/** Days on which nobody at all works. */
function Uncovered({ days }: { days: readonly string[] }) {
  const { t } = useTranslation()
  if (days.length === 0) return null
  const named = days.slice(0, SHOWN).map(date)
  if (days.length > SHOWN) named.push(t('followupAgents.more', { count: days.length - SHOWN }))
  return (
    <p className={classes.warning} role="status">
      <IconAlertTriangle size={18} aria-hidden />
      <span>{t('followupAgents.uncovered', { days: named.join(', ') })}</span>
    </p>
  )
}
