import { MultiSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { ZONE } from '~/lib/format'
import { DayInput } from '~/ui/DayInput'
import { choicesOf, type Field, takesDays, takesNothing, takesPair, takesSeveral } from './rules'
import classes from './Rules.module.css'

interface Props {
  field: Field | undefined
  op: string
  value: unknown
  onChange: (value: unknown) => void
}

/** The value of a comparison, in the form that its field and operator ask for. */
export function ValueInput({ field, op, value, onChange }: Props) {
  const { t } = useTranslation()
  if (!field || takesNothing(op)) return null
  if (takesDays(op)) {
    return <NumberInput aria-label={t('rules.days')} suffix={` ${t('rules.inDays')}`} allowDecimal={false} value={typeof value === 'number' ? value : ''} onChange={(next) => onChange(next === '' ? '' : Number(next))} />
  }
  if (takesSeveral(op)) return <Several field={field} values={Array.isArray(value) ? value : []} onChange={onChange} />
  if (takesPair(op)) {
    const [low = '', high = ''] = Array.isArray(value) ? value : []
    return (
      <div className={classes.range}>
        <One label={t('rules.low')} field={field} value={low} onChange={(next) => onChange([next, high])} />
        <One label={t('rules.high')} field={field} value={high} onChange={(next) => onChange([low, next])} />
      </div>
    )
  }
  return <One label={t('rules.value')} field={field} value={value} onChange={onChange} />
}

interface OneProps {
  label: string
  field: Field
  value: unknown
  onChange: (value: unknown) => void
}

const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

function One({ label, field, value, onChange }: OneProps) {
  const { t } = useTranslation()
  if (field.type === 'boolean') {
    return (
      <Select
        aria-label={label}
        data={[
          { value: 'true', label: t('common.yes') },
          { value: 'false', label: t('common.no') },
        ]}
        value={String(value)}
        onChange={(next) => onChange(next === 'true')}
      />
    )
  }
  if (field.choices.length > 0) return <Select aria-label={label} searchable data={choicesOf(field.choices, [text(value)])} value={text(value) || null} placeholder={t('rules.choose')} onChange={onChange} />
  if (field.type === 'integer') return <NumberInput aria-label={label} allowDecimal={false} value={text(value)} onChange={(next) => onChange(next === '' ? '' : Number(next))} />
  // An amount stays text: JSON's own numbers are not exact.
  if (field.type === 'money') return <NumberInput aria-label={label} hideControls prefix="Rp " thousandSeparator="." decimalSeparator="," decimalScale={2} value={text(value)} onValueChange={(next) => onChange(next.value)} />
  if (field.type === 'date') return <DayInput aria-label={label} maxDate={undefined} defaultLevel="month" value={text(value) || null} onChange={(next) => onChange(next ?? '')} />
  if (field.type === 'timestamp') {
    return <TextInput aria-label={label} type="datetime-local" value={localOf(text(value))} onChange={(event) => onChange(event.currentTarget.value ? `${event.currentTarget.value}:00+07:00` : '')} />
  }
  return <TextInput aria-label={label} maxLength={500} value={text(value)} onChange={(event) => onChange(event.currentTarget.value)} />
}

/** An instant as the clock in Simpul's zone shows it, in the form that the browser's field takes. */
function localOf(value: string): string {
  const at = new Date(value)
  return Number.isNaN(at.getTime()) ? '' : at.toLocaleString('sv-SE', { timeZone: ZONE }).replace(' ', 'T').slice(0, 16)
}

function Several({ field, values, onChange }: { field: Field; values: unknown[]; onChange: (values: unknown[]) => void }) {
  const { t } = useTranslation()
  const shown = values.map(text)
  const back = (chosen: string[]) => onChange(field.type === 'integer' ? chosen.filter((each) => /^-?\d+$/.test(each)).map(Number) : chosen)
  if (field.choices.length > 0) return <MultiSelect aria-label={t('rules.values')} searchable data={choicesOf(field.choices, shown)} value={shown} onChange={back} />
  return <TagsInput aria-label={t('rules.values')} placeholder={shown.length === 0 ? t('rules.valuesHint') : undefined} value={shown} onChange={back} />
}
