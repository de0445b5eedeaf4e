import { Chip as Pick, Group, MultiSelect, NativeSelect, NumberInput, Select, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import type { Hours, SettingShape } from '../types'
import { spanWords } from './value'

interface Props {
  setting: SettingShape
  value: unknown
  disabled: boolean
  error: string | undefined
  /** Names the setting and says what it means. */
  describedBy?: string
  onChange: (value: unknown) => void
}

const WORKDAYS: Hours = { days: [1, 2, 3, 4, 5], opens: '07:00', closes: '18:00' }

/** The control that fits what a setting holds. */
export function ValueInput({ setting, value, disabled, error, describedBy, onChange }: Props) {
  const { t } = useTranslation()
  const common = { 'aria-label': setting.label, 'aria-describedby': describedBy, disabled, error }
  if (setting.kind === 'BOOLEAN') return <Switch {...common} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />
  if (setting.kind === 'INTEGER') {
    const whole = typeof value === 'number' ? spanWords(t, setting.unit, value) : null
    return (
      <NumberInput
        {...common}
        size="xs"
        w={180}
        hideControls
        allowDecimal={false}
        allowNegative={false}
        thousandSeparator="."
        decimalSeparator=","
        suffix={setting.unit ? ` ${setting.unit}${whole ? ` = ${whole}` : ''}` : ''}
        value={typeof value === 'number' ? value : ''}
        onChange={onChange}
      />
    )
  }
  const data = (setting.choices ?? []).map((choice) => ({ value: choice.key, label: choice.name }))
  if (setting.kind === 'CHOICE') return <Select {...common} size="xs" w={240} data={data} value={String(value)} onChange={onChange} />
  if (setting.kind === 'CHOICES') return <MultiSelect {...common} size="xs" w={300} placeholder={Array.isArray(value) && value.length > 0 ? undefined : t('common.none')} data={data} value={Array.isArray(value) ? value.map(String) : []} onChange={onChange} />
  if (setting.kind === 'TEXT') return <TextInput {...common} size="xs" w={300} maxLength={setting.maximum ?? undefined} value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.currentTarget.value)} />
  const hours = value as Hours | null
  return (
    <div role="group" aria-label={setting.label} aria-describedby={describedBy} style={{ display: 'grid', gap: 6, maxWidth: 320 }}>
      <NativeSelect
        size="xs"
        aria-label={t('admin.hoursKind')}
        disabled={disabled}
        data={[
          { value: 'always', label: t('admin.always') },
          { value: 'hours', label: t('admin.certainHours') },
        ]}
        value={hours ? 'hours' : 'always'}
        onChange={(event) => onChange(event.currentTarget.value === 'hours' ? WORKDAYS : null)}
      />
      {hours && (
        <>
          <Pick.Group multiple value={hours.days.map(String)} onChange={(days) => onChange({ ...hours, days: days.map(Number).sort() })}>
            <Group gap={4}>
              {[1, 2, 3, 4, 5, 6, 7].map((day) => (
                <Pick key={day} size="xs" value={String(day)} disabled={disabled}>
                  {t(`admin.days.d${day}` as 'admin.days.d1')}
                </Pick>
              ))}
            </Group>
          </Pick.Group>
          <Group gap={8} wrap="nowrap">
            <TextInput size="xs" type="time" aria-label={t('admin.opens')} disabled={disabled} value={hours.opens} onChange={(event) => onChange({ ...hours, opens: event.currentTarget.value })} />
            <TextInput size="xs" type="time" aria-label={t('admin.closes')} disabled={disabled} value={hours.closes} onChange={(event) => onChange({ ...hours, closes: event.currentTarget.value })} />
          </Group>
          {error && (
            <p role="alert" style={{ color: 'var(--s-critical)' }}>
              {error}
            </p>
          )}
        </>
      )}
    </div>
  )
}
