import { MultiSelect, NumberInput, SegmentedControl, Select, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { useEditor } from '../editor/context'
import { type By, type DocTransition, isPassing, isPeople, stateByKey, type Transition, wordOf } from '../model/definition'
import { transitionKeyProblem } from '../model/keys'
import { editTransition, setTransitionKey, setTransitionTitle } from '../model/transitions'
import { choicesOf } from '~/ui/rules/rules'
import { EffectFields } from './EffectFields'
import { Field, FieldProblems, useFieldProblems } from './FieldProblems'
import { Card, Group } from './Group'
import { GuardFields } from './GuardFields'
import { KeyField } from './KeyField'
import { OrderButtons } from './OrderButtons'
import { PeopleFields } from './PeopleFields'
import { TitleFields } from './TitleFields'
import classes from './Inspector.module.css'

/** Everything about one transition. */
export function TransitionForm({ transition }: { transition: DocTransition }) {
  const { t, i18n } = useTranslation()
  const { doc, act, vocabulary, published } = useEditor()
  const label = t('workflow.didEdit', { name: wordOf(transition.title, i18n.language) })
  const set = (change: Partial<Omit<Transition, 'key'>>, tag?: string) => act.edit(editTransition(act.doc(), transition.id, change), label, tag && `${transition.id} ${tag}`)
  const sources = transition.from.flatMap((key) => stateByKey(doc, key) ?? [])
  const passing = sources.length > 0 && sources.every((state) => isPassing(state.kind))
  const states = (include: (kind: string) => boolean) => doc.states.filter((state) => include(state.kind)).map((state) => ({ key: state.key, name: wordOf(state.title, i18n.language) || state.key }))
  const wrongFrom = useFieldProblems('from').length > 0
  const wrongChecks = useFieldProblems('checks').length > 0
  return (
    <>
      <div className={classes.fields}>
        <FieldProblems field="" exact />
        <TitleFields
          title={transition.title}
          onChange={(title, language) => act.edit(setTransitionTitle(act.doc(), transition.id, title, published.transitions), label, `${transition.id} title ${language}`)}
        />
        <KeyField
          key={transition.id}
          value={transition.key}
          locked={vocabulary.needs.transitions.includes(transition.key)}
          normal={(text) => text.toLowerCase().replaceAll(/[\s-]/g, '_')}
          problem={(key) => transitionKeyProblem(doc, transition.id, key)}
          onChange={(key) => act.edit(setTransitionKey(act.doc(), transition.id, key), label, `${transition.id} key`)}
        />
        <Field field="from">
          <MultiSelect
            label={t('workflow.from')}
            searchable
            data={choicesOf(states(() => true), transition.from)}
            value={transition.from}
            error={wrongFrom}
            onChange={(from) => set({ from })}
          />
        </Field>
        <Field field="to">
          <Select
            label={t('workflow.to')}
            searchable
            data={choicesOf(states((kind) => kind !== 'start'), [transition.to])}
            value={transition.to || null}
            placeholder={t('workflow.choose')}
            onChange={(to) => to && set({ to })}
          />
        </Field>
      </div>
      {passing ? <OrderButtons transition={transition} source={sources[0]!} /> : <Movers by={transition.by} onChange={(by) => set({ by })} />}
      <GuardFields key={transition.id} guard={transition.guard} onChange={(guard, tag) => set({ guard }, tag && `guard ${tag}`)} />
      {(vocabulary.checks.length > 0 || transition.checks.length > 0) && (
        <Group title={t('workflow.checks')}>
          <Field field="checks">
            <MultiSelect
              aria-label={t('workflow.checks')}
              placeholder={transition.checks.length === 0 ? t('workflow.checksNone') : undefined}
              data={choicesOf(vocabulary.checks, transition.checks)}
              value={transition.checks}
              error={wrongChecks}
              onChange={(checks) => set({ checks })}
            />
          </Field>
        </Group>
      )}
      <RequiredFields transition={transition} onChange={(required, tag) => set({ required }, tag)} />
      <Group title={t('workflow.effects')} add={t('workflow.addEffect')} onAdd={() => set({ effects: [...transition.effects, { action: vocabulary.actions[0]?.key ?? '', with: {} }] })}>
        {transition.effects.length === 0 && <p className={classes.hint}>{t('workflow.effectsNone')}</p>}
        {transition.effects.map((effect, index) => (
          <Card
            key={index}
            title={t('workflow.effectNumber', { number: index + 1 })}
            remove={t('workflow.removeEffect', { number: index + 1 })}
            onRemove={() => set({ effects: transition.effects.filter((_, at) => at !== index) })}
          >
            <EffectFields field={`effects/${index}`} effect={effect} onChange={(next) => set({ effects: transition.effects.map((each, at) => (at === index ? next : each)) }, `effect ${index}`)} />
            <FieldProblems field={`effects/${index}`} exact />
          </Card>
        ))}
      </Group>
      {!passing && (
        <Group title={t('workflow.rollback')}>
          <div data-field="rollback">
            <Switch
              label={t('workflow.rollbackAllowed')}
              checked={transition.rollback !== null}
              onChange={(event) => set({ rollback: event.currentTarget.checked ? { roles: [], reach: 'BRANCH' } : null })}
            />
          </div>
          <FieldProblems field="rollback" exact />
          {transition.rollback && <PeopleFields field="rollback" people={transition.rollback} onChange={(rollback) => set({ rollback })} />}
        </Group>
      )}
    </>
  )
}

/** Who makes the move: people, or the program alone. */
function Movers({ by, onChange }: { by: By; onChange: (by: By) => void }) {
  const { t } = useTranslation()
  const people = isPeople(by) ? by : null
  return (
    <Group title={t('workflow.by')}>
      <div data-field="by">
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('workflow.by')}
          data={[
            { value: 'people', label: t('workflow.byPeople') },
            { value: 'system', label: t('workflow.bySystem') },
          ]}
          value={by !== null && 'system' in by ? 'system' : 'people'}
          onChange={(value) => onChange(value === 'system' ? { system: true } : { roles: [], reach: 'BRANCH' })}
        />
      </div>
      <FieldProblems field="by" exact />
      {people ? <PeopleFields field="by" people={people} onChange={onChange} /> : by !== null && <p className={classes.hint}>{t('workflow.bySystemHint')}</p>}
    </Group>
  )
}

interface RequiredProps {
  transition: DocTransition
  onChange: (required: Transition['required'], tag?: string) => void
}

function RequiredFields({ transition, onChange }: RequiredProps) {
  const { t } = useTranslation()
  const { vocabulary } = useEditor()
  const { required } = transition
  const all = [...vocabulary.inputs.map(({ key, label }) => ({ key, name: label })), ...vocabulary.fields.map(({ key, label }) => ({ key, name: label }))]
  const isText = (key: string) => vocabulary.inputs.some((each) => each.key === key && each.type === 'text') || vocabulary.fields.some((each) => each.key === key && each.type === 'text')
  const free = all.find((each) => !required.some(({ field }) => field === each.key))
  const set = (index: number, next: Transition['required'][number], tag?: string) => onChange(required.map((each, at) => (at === index ? next : each)), tag)
  return (
    <Group title={t('workflow.required')} add={t('workflow.addRequired')} onAdd={() => onChange([...required, { field: free?.key ?? 'reason' }])}>
      {required.length === 0 && <p className={classes.hint}>{t('workflow.requiredNone')}</p>}
      {required.map((each, index) => (
        <Card
          key={index}
          title={t('workflow.requiredNumber', { number: index + 1 })}
          remove={t('workflow.removeRequired', { number: index + 1 })}
          onRemove={() => onChange(required.filter((_, at) => at !== index))}
        >
          <Field field={`required/${index}`}>
            <div className={classes.pair}>
              <Select
                label={t('workflow.requiredField')}
                searchable
                data={choicesOf(all, [each.field])}
                value={each.field}
                onChange={(field) => field && set(index, { field })}
              />
              {(isText(each.field) || each.min_length !== undefined) && (
                <NumberInput
                  label={t('workflow.minLength')}
                  min={1}
                  max={10_000}
                  allowDecimal={false}
                  value={each.min_length ?? ''}
                  onChange={(length) => set(index, { field: each.field, ...(Number(length) > 0 && { min_length: Number(length) }) }, `required ${index}`)}
                />
              )}
            </div>
          </Field>
        </Card>
      ))}
    </Group>
  )
}
