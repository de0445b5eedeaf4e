import { Select } from '@mantine/core'
import { IconArrowRight, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { useEditor } from '../editor/context'
import { type DocState, type Kind, KINDS, type Lane, LANES, isPassing, outgoing, stateByKey, type StateTimer, wordOf } from '../model/definition'
import { stateKeyProblem, unused } from '../model/keys'
import { editState, moveStates, setStateKey, setStateKind, setStateTitle } from '../model/states'
import { Field, FieldProblems } from './FieldProblems'
import { Group } from './Group'
import { KeyField } from './KeyField'
import { TimerCard } from './TimerCard'
import { TitleFields } from './TitleFields'
import classes from './Inspector.module.css'

const DAY = 86_400

/** Everything about one state. */
export function StateForm({ state }: { state: DocState }) {
  const { t, i18n } = useTranslation()
  const { doc, act, vocabulary, published } = useEditor()
  const label = t('workflow.didEdit', { name: wordOf(state.title, i18n.language) })
  const setTimers = (timers: StateTimer[], tag?: string) => act.edit(editState(act.doc(), state.id, { timers }), label, tag && `${state.id} ${tag}`)
  const addTimer = () => {
    const key = unused('timer', doc.states.flatMap((each) => each.timers.map((timer) => timer.key)))
    const way = outgoing(doc, state)[0]?.key ?? ''
    setTimers([...state.timers, { key, after: { seconds: DAY }, then: { transition: way } }])
  }
  const ways = outgoing(doc, state)
  const counted = !isPassing(state.kind) && vocabulary.statuses.length > 0 && !vocabulary.statuses.some(({ key }) => key === state.key)
  return (
    <>
      <div className={classes.fields}>
        <FieldProblems field="" exact />
        <TitleFields
          title={state.title}
          onChange={(title, language) => act.edit(setStateTitle(act.doc(), state.id, title, published.states), label, `${state.id} title ${language}`)}
        />
        <KeyField
          key={state.id}
          value={state.key}
          locked={state.key in vocabulary.needs.states}
          normal={(text) => text.toUpperCase().replaceAll(/[\s-]/g, '_')}
          problem={(key) => stateKeyProblem(doc, state.id, key)}
          onChange={(key) => act.edit(setStateKey(act.doc(), state.id, key), label, `${state.id} key`)}
        />
        <div className={classes.pair}>
          <Field field="kind">
            <Select
              label={t('workflow.kind')}
              data={KINDS.map((kind) => ({
                value: kind,
                label: t(`workflow.kinds.${kind}`),
                disabled: kind === 'start' && state.kind !== 'start' && doc.states.some((each) => each.kind === 'start'),
              }))}
              value={state.kind}
              onChange={(kind) => kind && act.edit(setStateKind(act.doc(), state.id, kind as Kind), label)}
            />
          </Field>
          <Field field="lane">
            <Select
              label={t('workflow.lane')}
              data={LANES.map((lane) => ({ value: lane, label: t(`workflow.lanes.${lane}`) }))}
              value={state.lane}
              onChange={(lane) => lane && act.edit(moveStates(act.doc(), new Map([[state.id, { lane: lane as Lane, position: state.position }]])), label)}
            />
          </Field>
        </div>
        <p className={classes.hint}>{t(`workflow.kindHints.${state.kind}`)}</p>
        {counted && (
          <Field field="counts_as">
            <Select
              label={t('workflow.countsAs')}
              description={t('workflow.countsAsHint')}
              data={vocabulary.statuses.map(({ key, name }) => ({ value: key, label: name }))}
              value={state.counts_as ?? null}
              onChange={(status) => status && act.edit(editState(act.doc(), state.id, { counts_as: status }), label)}
            />
          </Field>
        )}
      </div>
      {!isPassing(state.kind) && (
        <Group title={t('workflow.timers')} add={t('workflow.addTimer')} onAdd={addTimer}>
          {state.timers.length === 0 && <p className={classes.hint}>{t('workflow.timersNone')}</p>}
          {state.timers.map((timer, index) => (
            <TimerCard
              key={index}
              state={state}
              index={index}
              timer={timer}
              onChange={(next) => setTimers(state.timers.map((each, at) => (at === index ? next : each)), `timer ${index}`)}
              onRemove={() => setTimers(state.timers.filter((_, at) => at !== index))}
            />
          ))}
          <FieldProblems field="timers" exact />
        </Group>
      )}
      <Group title={t('workflow.waysOut')}>
        {ways.length === 0 && <p className={classes.hint}>{t('workflow.waysOutNone')}</p>}
        <ul className={classes.ways}>
          {ways.map((way) => {
            const target = stateByKey(doc, way.to)
            return (
              <li key={way.id}>
                <button type="button" className={classes.way} onClick={() => act.select({ kind: 'transition', id: way.id })}>
                  <IconArrowRight size={14} aria-hidden />
                  <span className={classes.wayName}>{wordOf(way.title, i18n.language) || way.key}</span>
                  <span className={classes.wayTo}>→ {target ? wordOf(target.title, i18n.language) || target.key : way.to}</span>
                  <IconChevronRight size={14} aria-hidden />
                </button>
              </li>
            )
          })}
        </ul>
      </Group>
    </>
  )
}
