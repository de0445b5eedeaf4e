import { useId } from 'react'
import { useTranslation } from 'react-i18next'

import { count } from '~/lib/format'
import { Chip } from '~/ui/Chip'
import { Ago } from '~/ui/Time'
import type { Setting } from '../types'
import { equalValues, valueWords } from './value'
import { ValueInput } from './ValueInput'
import classes from './Settings.module.css'

interface Props {
  setting: Setting
  value: unknown
  editable: boolean
  error: string | undefined
  onChange: (value: unknown) => void
}

/** One setting: what it means, its bounds, who changed it last, and the way back to its default. */
export function SettingRow({ setting, value, editable, error, onChange }: Props) {
  const { t } = useTranslation()
  const help = useId()
  const bounded = setting.minimum !== null && setting.maximum !== null
  return (
    <div className={classes.row} data-changed={!equalValues(value, setting.value) || undefined}>
      <div>
        <p className={classes.label}>{setting.label}</p>
        <p id={help} className="muted">
          {setting.help}
        </p>
        <p className={classes.meta}>
          <span>{t('admin.default', { value: valueWords(t, setting, setting.default) })}</span>
          {bounded && <span className="num">· {t(setting.kind === 'TEXT' ? 'admin.boundsText' : 'admin.bounds', { minimum: count(setting.minimum ?? 0), maximum: count(setting.maximum ?? 0) })}</span>}
          {setting.per_unit && <Chip outline>{t('admin.perUnit')}</Chip>}
          {setting.changed && setting.changed_at && (
            <span>
              · {t('admin.settingChangedBy', { name: setting.changed_by?.full_name ?? '–' })} <Ago at={setting.changed_at} />
            </span>
          )}
          {editable && !equalValues(value, setting.default) && (
            <button type="button" className={classes.reset} aria-label={t('admin.resetOf', { name: setting.label })} onClick={() => onChange(setting.default)}>
              {t('admin.reset')}
            </button>
          )}
        </p>
      </div>
      <ValueInput setting={setting} value={value} disabled={!editable} error={error} describedBy={help} onChange={onChange} />
    </div>
  )
}
