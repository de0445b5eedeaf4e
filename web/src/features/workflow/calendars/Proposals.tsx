import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { CalendarContent } from '~/api/models'
import { Chip } from '~/ui/Chip'
import { Section } from '~/ui/Section'
import { type DayState, decided, weekdayOf } from './content'
import { inLanguage } from './dayWords'
import { dayMonth, dayShort, weekdayShort } from './zone'
import year from './YearView.module.css'
import classes from './Proposals.module.css'

interface Props {
  year: number
  content: CalendarContent
  states: ReadonlyMap<string, DayState>
  known: boolean
  editable: boolean
  onOpen: (day: string) => void
  onChange: (content: CalendarContent) => void
}

/** What the library would change this year, decided one by one or all at once; nothing holds before it is accepted. */
export function Proposals({ year: shown, content, states, known, editable, onOpen, onChange }: Props) {
  const { t } = useTranslation()
  const open = [...states].filter(([, state]) => state.proposal)
  const decideAll = (decision: 'APPROVED' | 'REJECTED') => onChange(open.reduce((next, [day, state]) => decided(next, state, day, decision), content))
  const quiet = !content.region ? t('calendars.proposalsOff') : !known ? t('calendars.proposalsUnknown', { year: shown }) : t('calendars.proposalsNone', { year: shown })
  return (
    <Section title={t('calendars.proposals', { year: shown })} aside={open.length > 0 && <span className="muted num">{open.length}</span>}>
      {open.length === 0 ? (
        <p className="muted">{quiet}</p>
      ) : (
        <>
          {editable && (
            <div className={classes.all}>
              <Button variant="default" size="compact-sm" leftSection={<IconCheck size={14} />} onClick={() => decideAll('APPROVED')}>
                {t('calendars.acceptAll')}
              </Button>
              <Button variant="subtle" color="gray" size="compact-sm" onClick={() => decideAll('REJECTED')}>
                {t('calendars.rejectAll')}
              </Button>
            </div>
          )}
          <ul className={classes.list}>
            {open.map(([day, state]) => (
              <Row
                key={day}
                day={day}
                state={state}
                editable={editable}
                onOpen={onOpen}
                onDecide={(decision) => onChange(decided(content, state, day, decision))}
              />
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

interface RowProps {
  day: string
  state: DayState
  editable: boolean
  onOpen: (day: string) => void
  onDecide: (decision: 'APPROVED' | 'REJECTED') => void
}

function Row({ day, state, editable, onOpen, onDecide }: RowProps) {
  const { t } = useTranslation()
  const source = state.proposal === 'ADD' ? state.holiday : state.rule
  if (!source) return null
  const name = inLanguage(source.name)
  const removal = state.proposal === 'REMOVE'
  return (
    <li className={classes.row}>
      <button type="button" className={classes.open} aria-label={t('calendars.openOne', { name: `${dayShort(day)}, ${t(`calendars.words.${source.kind}`)} ${name}` })} onClick={() => onOpen(day)}>
        <span className={year.swatch} data-word={source.kind} title={t(`calendars.words.${source.kind}`)} aria-hidden>
          {t(`calendars.letters.${source.kind}`)}
        </span>
        <span className={classes.day}>
          {weekdayShort(weekdayOf(day))} {dayMonth(day)}
        </span>
        <span className={classes.name} title={name}>
          {name}
        </span>
      </button>
      {removal ? (
        <Chip tone="warning">{t('calendars.takenBack')}</Chip>
      ) : (
        source.estimated && (
          <Chip tone="info" title={t('calendars.estimatedText')}>
            {t('calendars.estimated')}
          </Chip>
        )
      )}
      {editable && (
        <span className={classes.acts}>
          <Tooltip label={removal ? t('calendars.drop') : t('calendars.accept')}>
            <ActionIcon size={26} aria-label={t('calendars.acceptOne', { name })} onClick={() => onDecide('APPROVED')}>
              <IconCheck size={15} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={removal ? t('calendars.keep') : t('calendars.reject')}>
            <ActionIcon size={26} aria-label={t('calendars.rejectOne', { name })} onClick={() => onDecide('REJECTED')}>
              <IconX size={15} />
            </ActionIcon>
          </Tooltip>
        </span>
      )}
    </li>
  )
}
