import { useTranslation } from 'react-i18next'

import { useConfigurationWords } from '~/features/iam/public/useConfigurationWords'
import { useLabel } from '~/lib/labels'
import type { DifferenceWords } from './difference'

const ROLES = new Set(['role', 'roles'])

/** The names of fields, codes, grants and settings, as the pages that change them call them. */
export function useDifferenceWords(): DifferenceWords {
  const { t } = useTranslation()
  const label = useLabel()
  const words = useConfigurationWords()
  const value = (code: string) => (t as unknown as (key: string, options: { defaultValue: string }) => string)(`control.values.${code}`, { defaultValue: code })
  return {
    field: (key) => label('control.fields', key),
    code: (field, code) => {
      if (ROLES.has(field)) return words.role(code)
      if (field === 'switches') return words.act(code)
      return field === 'account' ? words.account(code) : value(code)
    },
    yes: t('common.yes'),
    no: t('common.no'),
    none: '–',
    grant: words.grant,
    reach: words.reach,
    setting: words.setting,
    settingValue: words.settingValue,
  }
}
