import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { useRuleSetting } from './context'
import { Remove, Turn } from './RuleBuilder'
import { choicesOf, type Comparison, comparisonOn, fieldChoices, valueFor } from './rules'
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
  const { fields, Problems } = useRuleSetting()
  const field = fields.find((each) => each.key === comparison.field)
  const set = (op: string, value: unknown) => onChange({ field: comparison.field, op, ...(value !== undefined && { value }) })
  return (
    <div className={classes.comparison} role="group" aria-label={t('rules.condition')}>
      <div className={classes.head}>
        <Select
          className={classes.switch}
          aria-label={t('rules.field')}
          searchable
          data={fieldChoices(fields, comparison.field)}
          value={comparison.field || null}
          onChange={(key) => {
            const next = fields.find((each) => each.key === key)
            if (next) onChange(comparisonOn(next))
          }}
        />
        <Turn negated={negated} onTurn={onTurn} />
        {onRemove && <Remove label={t('rules.remove')} onRemove={onRemove} />}
      </div>
      <Select
        aria-label={t('rules.operator')}
        data={choicesOf(field?.operators ?? [], [comparison.op])}
        value={comparison.op}
        onChange={(op) => op && set(op, valueFor(field, op, comparison.value, true))}
      />
      <div data-field={`${path}/value`} style={{ minWidth: 0 }}>
        <ValueInput field={field} op={comparison.op} value={comparison.value} onChange={(value) => set(comparison.op, value)} />
        <Problems field={`${path}/value`} />
      </div>
      <div className={classes.said}>
        <Problems field={`${path}/field`} />
        <Problems field={`${path}/op`} />
        <Problems field={path} exact />
      </div>
    </div>
  )
}
