import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { useEditor } from '../../editor/context'
import { type Comparison, comparisonOn, valueFor } from '../../model/rules'
import { choicesOf } from '../../model/vocabulary'
import { Field, FieldProblems } from '../FieldProblems'
import { Remove, Turn } from './RuleBuilder'
import { ValueInput } from './ValueInput'
import classes from './Rules.module.css'

interface Props {
  comparison: Comparison
  path: string
  negated: boolean
  onTurn: () => void
  onChange: (comparison: Comparison) => void
  onRemove: (() => void) | undefined
}

/** One field compared with a value. */
export function ComparisonRow({ comparison, path, negated, onTurn, onChange, onRemove }: Props) {
  const { t } = useTranslation()
  const { vocabulary } = useEditor()
  const field = vocabulary.fields.find((each) => each.key === comparison.field)
  const set = (op: string, value: unknown) => onChange({ field: comparison.field, op, ...(value !== undefined && { value }) })
  return (
    <div className={classes.comparison} role="group" aria-label={t('workflow.ruleCondition')}>
      <div className={classes.head}>
        <Select
          className={classes.switch}
          aria-label={t('workflow.ruleField')}
          searchable
          data={choicesOf(
            vocabulary.fields.map((each) => ({ key: each.key, name: each.label })),
            [comparison.field],
          )}
          value={comparison.field || null}
          onChange={(key) => {
            const next = vocabulary.fields.find((each) => each.key === key)
            if (next) onChange(comparisonOn(next))
          }}
        />
        <Turn negated={negated} onTurn={onTurn} />
        {onRemove && <Remove label={t('workflow.ruleRemove')} onRemove={onRemove} />}
      </div>
      <Select
        aria-label={t('workflow.ruleOperator')}
        data={choicesOf(field?.operators ?? [], [comparison.op])}
        value={comparison.op}
        onChange={(op) => op && set(op, valueFor(field, op, comparison.value, true))}
      />
      <Field field={`${path}/value`}>
        <ValueInput field={field} op={comparison.op} value={comparison.value} onChange={(value) => set(comparison.op, value)} />
      </Field>
      <FieldProblems field={`${path}/field`} />
      <FieldProblems field={`${path}/op`} />
      <FieldProblems field={path} exact />
    </div>
  )
}
