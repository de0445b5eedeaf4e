import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { useEditor } from '../editor/context'
import { type After, type DocState, outgoing, type StateTimer, type Then, wordOf } from '../model/definition'
import { choicesOf } from '~/ui/rules/rules'
import { DurationInput } from './DurationInput'
import { EffectFields } from './EffectFields'
import { Field, FieldProblems } from './FieldProblems'
import { Card } from './Group'

const HOUR = 3600
const WORKING_UNITS = ['minutes', 'hours'] as const

interface Props {
  state: DocState
  index: number
  timer: StateTimer
  onChange: (timer: StateTimer) => void
  onRemove: () => void
}

const waysOf = (after: After) => ('field' in after ? 'field' : 'working_seconds' in after ? 'working' : 'seconds')

/** What happens by itself after an item has rested here for a time, or at an instant that a field holds. */
export function TimerCard({ state, index, timer, onChange, onRemove }: Props) {
  const { t } = useTranslation()
  const { vocabulary } = useEditor()
  const { after } = timer
  const instants = vocabulary.fields.filter((field) => field.type === 'timestamp' || field.type === 'date')
  const field = `timers/${index}`
  const setWay = (way: string | null) => {
    const seconds = 'seconds' in after ? after.seconds : 'working_seconds' in after ? after.working_seconds : 8 * HOUR
    const calendar = vocabulary.calendars[0]?.key ?? ''
    const next: After = way === 'field' ? { field: instants[0]?.key ?? '' } : way === 'working' ? { working_seconds: seconds, calendar } : { seconds }
    onChange({ ...timer, after: next })
  }
  return (
    <Card title={t('workflow.timerNumber', { number: index + 1 })} remove={t('workflow.removeTimer', { number: index + 1 })} onRemove={onRemove}>
      <Field field={`${field}/after`} exact>
        <Select
          label={t('workflow.timerWhen')}
          data={(['seconds', 'working', 'field'] as const).map((way) => ({ value: way, label: t(`workflow.timerWays.${way}`) }))}
          value={waysOf(after)}
          onChange={setWay}
        />
      </Field>
      {'seconds' in after && (
        <Field field={`${field}/after/seconds`}>
          <DurationInput seconds={after.seconds} onChange={(seconds) => onChange({ ...timer, after: { seconds } })} />
        </Field>
      )}
      {'working_seconds' in after && (
        <>
          <Field field={`${field}/after/working_seconds`}>
            <DurationInput seconds={after.working_seconds} units={WORKING_UNITS} onChange={(seconds) => onChange({ ...timer, after: { ...after, working_seconds: seconds } })} />
          </Field>
          <Field field={`${field}/after/calendar`}>
            <Select
              label={t('workflow.calendar')}
              placeholder={t('workflow.choose')}
              data={choicesOf(vocabulary.calendars, [after.calendar])}
              value={after.calendar || null}
              onChange={(calendar) => calendar && onChange({ ...timer, after: { ...after, calendar } })}
            />
          </Field>
        </>
      )}
      {'field' in after && (
        <Field field={`${field}/after/field`}>
          <Select
            label={t('workflow.timerField')}
            placeholder={t('workflow.choose')}
            data={choicesOf(instants.map((each) => ({ key: each.key, name: each.label })), [after.field])}
            value={after.field || null}
            onChange={(name) => name && onChange({ ...timer, after: { field: name } })}
          />
        </Field>
      )}
      <TimerThen state={state} field={`${field}/then`} then={timer.then} onChange={(then) => onChange({ ...timer, then })} />
      <FieldProblems field={`${field}/key`} />
      <FieldProblems field={field} exact />
    </Card>
  )
}

interface ThenProps {
  state: DocState
  field: string
  then: Then
  onChange: (then: Then) => void
}

function TimerThen({ state, field, then, onChange }: ThenProps) {
  const { t, i18n } = useTranslation()
  const { doc, vocabulary } = useEditor()
  const ways = outgoing(doc, state).map((transition) => ({ key: transition.key, name: wordOf(transition.title, i18n.language) || transition.key }))
  const taken = 'transition' in then
  return (
    <>
      <Field field={field} exact>
        <Select
          label={t('workflow.timerThen')}
          data={[
            { value: 'transition', label: t('workflow.timerMoves') },
            { value: 'action', label: t('workflow.timerActs') },
          ]}
          value={taken ? 'transition' : 'action'}
          onChange={(kind) => onChange(kind === 'transition' ? { transition: ways[0]?.key ?? '' } : { action: vocabulary.actions[0]?.key ?? '', with: {} })}
        />
      </Field>
      {taken ? (
        <Field field={`${field}/transition`}>
          <Select
            label={t('workflow.transition')}
            placeholder={t('workflow.choose')}
            data={choicesOf(ways, [then.transition])}
            value={then.transition || null}
            nothingFoundMessage={t('workflow.noWayOut')}
            onChange={(key) => key && onChange({ transition: key })}
          />
        </Field>
      ) : (
        <EffectFields field={field} effect={then} onChange={onChange} />
      )}
    </>
  )
}
