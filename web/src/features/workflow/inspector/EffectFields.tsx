import { Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { useEditor } from '../editor/context'
import type { Effect, Parameters } from '../model/definition'
import { choicesOf } from '~/ui/rules/rules'
import type { Parameter } from '../model/vocabulary'
import { Field } from './FieldProblems'

interface Props {
  field: string
  effect: Effect
  onChange: (effect: Effect) => void
}

/** A registered action and its settings; a setting that the action does not know is shown, so that it can be taken off. */
export function EffectFields({ field, effect, onChange }: Props) {
  const { t } = useTranslation()
  const { vocabulary } = useEditor()
  const action = vocabulary.actions.find((each) => each.key === effect.action)
  const known = new Set(action?.parameters.map((parameter) => parameter.key))
  const set = (key: string, value: unknown) => {
    const next: Parameters = { ...effect.with }
    if (value === '' || value === null || value === undefined) delete next[key]
    else next[key] = value
    onChange({ ...effect, with: next })
  }
  return (
    <>
      <Field field={`${field}/action`}>
        <Select
          label={t('workflow.action')}
          placeholder={t('workflow.choose')}
          data={choicesOf(vocabulary.actions, [effect.action])}
          value={effect.action || null}
          searchable
          nothingFoundMessage={t('workflow.noAction')}
          onChange={(next) => next && onChange({ action: next, with: {} })}
        />
      </Field>
      {action?.parameters.map((parameter) => (
        <Field key={parameter.key} field={`${field}/with/${parameter.key}`}>
          <ParameterInput parameter={parameter} value={effect.with[parameter.key]} onChange={(value) => set(parameter.key, value)} />
        </Field>
      ))}
      {Object.keys(effect.with)
        .filter((key) => !known.has(key))
        .map((key) => (
          <Field key={key} field={`${field}/with/${key}`}>
            <TextInput label={key} value={JSON.stringify(effect.with[key])} readOnly rightSection={<Clear label={`${t('workflow.remove')}: ${key}`} onClick={() => set(key, undefined)} />} />
          </Field>
        ))}
    </>
  )
}

function Clear({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" aria-label={label} onClick={onClick} style={{ border: 0, background: 'none', cursor: 'pointer' }}>
      ×
    </button>
  )
}

const LONG = 200

interface InputProps {
  parameter: Parameter
  value: unknown
  onChange: (value: unknown) => void
}

function ParameterInput({ parameter, value, onChange }: InputProps) {
  const common = { label: parameter.label, withAsterisk: parameter.required }
  if (parameter.type === 'boolean') return <Checkbox label={parameter.label} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />
  if (parameter.type === 'integer') {
    return <NumberInput {...common} allowDecimal={false} value={typeof value === 'number' ? value : ''} onChange={(next) => onChange(next === '' ? undefined : Number(next))} />
  }
  if (parameter.type === 'choice') {
    return <Select {...common} clearable={!parameter.required} data={choicesOf(parameter.choices, [String(value ?? '')])} value={typeof value === 'string' ? value : null} onChange={onChange} />
  }
  const text = typeof value === 'string' ? value : ''
  if (parameter.max_length > LONG) return <Textarea {...common} autosize minRows={2} maxLength={parameter.max_length} value={text} onChange={(event) => onChange(event.currentTarget.value)} />
  return <TextInput {...common} maxLength={parameter.max_length} value={text} onChange={(event) => onChange(event.currentTarget.value)} />
}
