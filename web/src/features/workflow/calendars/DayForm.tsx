import { Button, Radio, SegmentedControl, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { CalendarContent, CalendarDay, CalendarInterval } from '~/api/models'
import { Chip } from '~/ui/Chip'
import { type DayKind, type DayState, decided, intervalProblems, weekdayOf, withoutRule, withRule } from './content'
import { inLanguage, useDayWords } from './dayWords'
import { Intervals } from './Intervals'
import { hoursWord } from './Week'
import { weekdayLong } from './zone'
import classes from './DayPopover.module.css'

interface Props {
  day: string
  state: DayState
  content: CalendarContent
  editable: boolean
  onChange: (content: CalendarContent) => void
  onClose: () => void
}

type Choice = DayKind | 'WEEK'
const CHOICES: readonly Choice[] = ['WEEK', 'HOLIDAY', 'JOINT_LEAVE', 'SPECIAL']
const DAYTIME: CalendarInterval[] = [{ opens: '08:00', closes: '12:00' }]

/** What one day is: as its weekday, or something of its own. */
export function DayForm({ day, state, content, editable, onChange, onClose }: Props) {
  const { t } = useTranslation()
  const words = useDayWords()
  const ruled = state.rule?.decision === 'APPROVED' ? state.rule : undefined
  const weekly = content.weekly[weekdayOf(day)] ?? []
  const [choice, setChoice] = useState<Choice>(ruled?.kind ?? 'WEEK')
  const [name, setName] = useState(ruled?.name ?? state.rule?.name ?? state.holiday?.name ?? { id: '', en: '' })
  const [works, setWorks] = useState(ruled?.works ?? null)
  const [intervals, setIntervals] = useState<CalendarInterval[]>(ruled?.intervals ?? (weekly.length ? weekly : DAYTIME))
  const [tried, setTried] = useState(false)
  const nameless = choice !== 'WEEK' && !name.id.trim() && !name.en.trim()
  const wrongHours = choice === 'SPECIAL' && (intervals.length === 0 || intervalProblems(intervals).size > 0)

  const decide = (decision: CalendarDay['decision']) => {
    onChange(decided(content, state, day, decision))
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (nameless || wrongHours) return
    if (choice === 'WEEK') onChange(state.holiday && content.region ? decided(withoutRule(content, day), { ...state, proposal: 'ADD' }, day, 'REJECTED') : withoutRule(content, day))
    else {
      const kept = state.holiday?.kind === choice
      onChange(
        withRule(content, {
          day,
          kind: choice,
          decision: 'APPROVED',
          name: { id: name.id.trim() || name.en.trim(), en: name.en.trim() || name.id.trim() },
          works: choice === 'JOINT_LEAVE' ? works : null,
          intervals: choice === 'SPECIAL' ? intervals : null,
          proposed: kept || (ruled?.kind === choice && ruled.proposed),
          estimated: kept ? (state.holiday?.estimated ?? false) : (ruled?.estimated ?? false),
        }),
      )
    }
    onClose()
  }

  if (!editable) {
    return (
      <p className={classes.text}>
        {words.hint(state) ?? t(`calendars.words.${state.word}`)}
        {ruled?.intervals && `, ${hoursWord(ruled.intervals)}`}
      </p>
    )
  }
  return (
    <form onSubmit={submit} noValidate>
      {state.proposal && <Proposed state={state} onDecide={decide} />}
      {state.rule?.decision === 'REJECTED' && <p className={classes.text}>{t('calendars.rejected', { name: inLanguage(state.rule.name) })}</p>}
      <Radio.Group aria-label={t('calendars.kindLabel')} value={choice} onChange={(next) => setChoice(next as Choice)} className={classes.choices}>
        {CHOICES.map((each, index) => (
          <Radio
            key={each}
            value={each}
            size="xs"
            data-autofocus={(each === choice && !state.proposal) || undefined}
            label={each === 'WEEK' ? t('calendars.dayFollows') : t(`calendars.words.${each}`)}
            description={
              index === 0
                ? t('calendars.dayFollowsText', { weekday: weekdayLong(weekdayOf(day)), hours: weekly.length ? hoursWord(weekly) : t('calendars.closed') })
                : undefined
            }
          />
        ))}
      </Radio.Group>
      {choice !== 'WEEK' && (
        <div className={classes.fields}>
          <TextInput
            label={t('calendars.nameLabel')}
            maxLength={160}
            value={name.id}
            error={tried && nameless && t('calendars.nameRequired')}
            onChange={(event) => setName({ ...name, id: event.currentTarget.value })}
          />
          <TextInput
            label={t('calendars.nameEn')}
            placeholder={t('calendars.sameAsName')}
            maxLength={160}
            value={name.en}
            onChange={(event) => setName({ ...name, en: event.currentTarget.value })}
          />
          {choice === 'JOINT_LEAVE' && (
            <div role="group" aria-label={t('calendars.leaveLabel')}>
              <p className={classes.label}>{t('calendars.leaveLabel')}</p>
              <SegmentedControl
                size="xs"
                fullWidth
                value={works === null ? 'calendar' : String(works)}
                onChange={(next) => setWorks(next === 'calendar' ? null : next === 'true')}
                data={[
                  { value: 'calendar', label: t('calendars.leaveFollow') },
                  { value: 'true', label: t('calendars.yes') },
                  { value: 'false', label: t('calendars.no') },
                ]}
              />
            </div>
          )}
          {choice === 'SPECIAL' && <Intervals label={t('calendars.ownHours')} value={intervals} onChange={setIntervals} />}
        </div>
      )}
      <div className={classes.acts}>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit">{t('calendars.apply')}</Button>
      </div>
    </form>
  )
}

function Proposed({ state, onDecide }: { state: DayState; onDecide: (decision: CalendarDay['decision']) => void }) {
  const { t } = useTranslation()
  const removal = state.proposal === 'REMOVE'
  const what = state.holiday ? t(`calendars.words.${state.holiday.kind}`).toLowerCase() : ''
  return (
    <div className={classes.proposed}>
      <p>{removal ? t('calendars.proposedRemove') : t('calendars.proposedAdd', { what, name: state.holiday ? inLanguage(state.holiday.name) : '' })}</p>
      {state.holiday?.estimated && (
        <Chip tone="info" title={t('calendars.estimatedText')}>
          {t('calendars.estimated')}
        </Chip>
      )}
      <div className={classes.decide}>
        <Button size="compact-sm" data-autofocus onClick={() => onDecide('APPROVED')}>
          {removal ? t('calendars.drop') : t('calendars.accept')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onDecide('REJECTED')}>
          {removal ? t('calendars.keep') : t('calendars.reject')}
        </Button>
      </div>
    </div>
  )
}
