import { useTranslation } from 'react-i18next'

import { useLabel } from '~/lib/labels'

const WORDS: Record<string, string> = {
  gender: 'genders',
  segment_code: 'segments',
  status: 'statuses',
  preferred_language: 'languages',
  preferred_channel: 'channels',
}

/** The words for a field's value, so that nobody reads the server's codes. */
export function useChangeWords() {
  const { t } = useTranslation()
  const label = useLabel()
  return (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '–'
    if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no')
    return WORDS[field] ? label(`customers.${WORDS[field]}`, String(value)) : String(value)
  }
}
